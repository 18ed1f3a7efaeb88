package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Attestations.Part;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;

/**
 * What changes about who takes part in something.
 *
 * @param joined people of whom it is to be said, with how often it was said of them and ended
 * @param left of whom it is said and who take part no more
 */
record Taking(List<Joined> joined, List<Said> left) {

    /** @param before how often it was said of them and ended: with it, two nodes that say it at once say one and the same */
    record Joined(UUID person, long before) {}

    /**
     * @param person of whom it is said; may have been merged meanwhile
     * @param holds whether it has not ended
     */
    record Said(UUID id, UUID person, boolean holds) {}

    /** What differs from what is said now. */
    static Taking find(Handle handle, Part part, Collection<PersonId> people) {
        List<Said> said = handle.createQuery("""
                        select id, person, until_at from attestation
                        where topic = :topic and subject = :subject and said_by = :by""")
                .bind("topic", part.subject().topic().word())
                .bind("subject", part.subject().name())
                .bind("by", part.by())
                .map((rows, context) -> new Said(
                        Columns.uuid(rows.getBytes("id")),
                        Columns.uuid(rows.getBytes("person")),
                        Columns.instantOrNull(rows, "until_at") == null))
                .list();
        Map<UUID, UUID> roots =
                new MergedPeople(handle).roots(said.stream().map(Said::person).toList());
        Set<UUID> wanted = people.stream().map(PersonId::value).collect(Collectors.toSet());
        Set<UUID> here = new HashSet<>();
        Map<UUID, Long> ended = new HashMap<>();
        List<Said> left = new ArrayList<>();
        for (Said one : said) {
            UUID root = roots.getOrDefault(one.person(), one.person());
            if (!one.holds()) {
                ended.merge(one.person(), 1L, Long::sum);
            } else if (wanted.contains(root)) {
                here.add(root);
            } else {
                left.add(one);
            }
        }
        return new Taking(
                wanted.stream()
                        .filter(person -> !here.contains(person))
                        .sorted()
                        .map(person -> new Joined(person, ended.getOrDefault(person, 0L)))
                        .toList(),
                left);
    }

    List<UUID> people() {
        return Stream.concat(joined.stream().map(Joined::person), left.stream().map(Said::person))
                .toList();
    }

    void write(Handle handle, Dialect dialect, Part part, Instant now) {
        new AttestedRows(handle)
                .put(joined.stream().map(one -> said(part, one, now)).toList(), now, dialect);
        Batches.write(
                handle,
                "update attestation set until_at = :now where id = :id and until_at is null",
                left,
                (batch, one) -> batch.bind("now", now).bind("id", one.id()));
    }

    private static Map.Entry<UUID, Attestation> said(Part part, Joined one, Instant now) {
        String all = String.join(
                "\u0000",
                one.person().toString(),
                part.subject().topic().word(),
                part.subject().name(),
                part.by(),
                Long.toString(one.before()));
        UUID id = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
        return Map.entry(
                one.person(),
                new Attestation(id, part.subject().topic(), part.subject().name(), "", "", part.by(), now, null));
    }
}
