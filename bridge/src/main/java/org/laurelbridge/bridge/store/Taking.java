package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Attestations.Part;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;

/**
 * What changes about who takes part in something.
 *
 * @param joined people of whom it is to be said
 * @param left of whom it is said and who take part no more
 */
record Taking(List<UUID> joined, List<Said> left) {

    /** @param person of whom it is said; may have been merged meanwhile */
    record Said(UUID id, UUID person) {}

    /** What differs from what is said now. */
    static Taking find(Handle handle, Part part, Collection<PersonId> people) {
        List<Said> said = handle.createQuery("""
                        select id, person from attestation
                        where topic = :topic and subject = :subject and said_by = :by and until_at is null""")
                .bind("topic", part.subject().topic().word())
                .bind("subject", part.subject().name())
                .bind("by", part.by())
                .map((rows, context) -> new Said(Columns.uuid(rows.getBytes("id")), Columns.uuid(rows.getBytes("person"))))
                .list();
        Map<UUID, UUID> roots =
                new MergedPeople(handle).roots(said.stream().map(Said::person).toList());
        Set<UUID> joined = new LinkedHashSet<>();
        people.forEach(person -> joined.add(person.value()));
        Set<UUID> all = Set.copyOf(joined);
        List<Said> left = new ArrayList<>();
        for (Said one : said) {
            UUID root = roots.getOrDefault(one.person(), one.person());
            joined.remove(root);
            if (!all.contains(root)) {
                left.add(one);
            }
        }
        return new Taking(List.copyOf(joined), left);
    }

    List<UUID> people() {
        return Stream.concat(joined.stream(), left.stream().map(Said::person)).toList();
    }

    void write(Handle handle, Dialect dialect, Part part, Instant now) {
        new AttestedRows(handle).put(joined.stream().map(person -> said(part, person, now)).toList(), now, dialect);
        Batches.write(
                handle,
                "update attestation set until_at = :now where id = :id and until_at is null",
                left,
                (batch, one) -> batch.bind("now", now).bind("id", one.id()));
    }

    /** By person, so that two nodes that say it at once say it once. */
    private static Map.Entry<UUID, Attestation> said(Part part, UUID person, Instant now) {
        String all = String.join("\u0000", person.toString(), part.subject().toString(), part.by(), now.toString());
        UUID id = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
        return Map.entry(
                person,
                new Attestation(id, part.subject().topic(), part.subject().name(), "", "", part.by(), now, null));
    }
}
