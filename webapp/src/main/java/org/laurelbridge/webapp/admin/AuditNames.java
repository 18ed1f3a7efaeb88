package org.laurelbridge.webapp.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.bridge.audit.Audit.Entry;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.words.Words;

/**
 * What the subjects of some rows of the audit log are called; those of a whole page are read at once.
 *
 * @param subjects as {@code badge/quiz}; those that are called nothing are left out
 * @param people by their ids
 */
record AuditNames(Map<String, String> subjects, Map<PersonId, String> people) {

    static AuditNames of(Names names, List<Entry> rows, Words words) {
        List<String> all =
                rows.stream().flatMap(row -> named(row.change())).distinct().toList();
        Map<AwardId, Award> awards =
                names.awards().findAll(ids(all, "award/").map(AwardId::new).toList());
        List<PersonId> whom = Stream.of(
                        ids(all, "person/"),
                        rows.stream().map(row -> row.change().person()).filter(Objects::nonNull),
                        awards.values().stream().map(award -> award.person().value()))
                .flatMap(some -> some)
                .distinct()
                .map(PersonId::new)
                .toList();
        Map<PersonId, String> people = names.people().names(whom);
        Map<String, String> subjects = new HashMap<>();
        awards.forEach((id, award) -> subjects.put("award/" + id, names.title(award.badge(), words)));
        people.forEach((id, name) -> subjects.put("person/" + id, name));
        for (String subject : all) {
            String id = subject.substring(subject.indexOf('/') + 1);
            if (subject.startsWith("badge/")) {
                String title = names.title(id, words);
                subjects.put(subject, title);
            } else if (subject.startsWith("account/")) {
                subjects.put(subject, names.account(id));
            }
        }
        if (all.stream().anyMatch(subject -> subject.startsWith("platform/"))) {
            names.platforms().list().forEach(one -> subjects.put("platform/" + one.id(), one.name()));
        }
        subjects.values().removeIf(String::isEmpty);
        return new AuditNames(subjects, people);
    }

    /** What is changed, and the badges that its values name. */
    private static Stream<String> named(Change change) {
        Stream<String> badges = Stream.of(change.before(), change.after())
                .map(values -> values.get("badge"))
                .filter(Objects::nonNull)
                .map(badge -> "badge/" + badge);
        return Stream.concat(Stream.of(change.subject()), badges);
    }

    private static Stream<UUID> ids(List<String> subjects, String kind) {
        return subjects.stream()
                .filter(subject -> subject.startsWith(kind))
                .flatMap(subject -> Paging.uuid(subject.substring(kind.length())).stream());
    }

    /** Its id when it is called nothing. */
    String subject(String subject) {
        return subjects.getOrDefault(subject, subject.substring(subject.indexOf('/') + 1));
    }

    /** Empty when they are called nothing. */
    String person(UUID id) {
        return people.getOrDefault(new PersonId(id), "");
    }
}
