package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** What is attested of people and of who was merged into them: rows of table attestation, and awards, which attest that a badge is held. */
final class AttestedRows {
    static final String SELECT =
            "select id, topic, subject, value, detail, said_by, from_at, until_at from attestation ";

    /** What is under review, suspended or taken back is not held; what has expired was held until then. */
    private static final String HELD = "select person, id, badge, earned_at, expires_at from award"
            + " where status = 'valid' and badge in (<names>) and person";

    private static final String SAID =
            "select person, id, topic, subject, value, detail, said_by, from_at, until_at from attestation"
                    + " where topic = :topic and subject in (<names>) and person";

    private final Handle handle;

    AttestedRows(Handle handle) {
        this.handle = handle;
    }

    /**
     * One topic of what is asked.
     *
     * @param names of its subjects
     */
    record About(Topic topic, List<String> names) {

        static List<About> of(Collection<Subject> subjects) {
            Map<Topic, List<String>> names = new EnumMap<>(Topic.class);
            subjects.forEach(subject -> names.computeIfAbsent(subject.topic(), topic -> new ArrayList<>())
                    .add(subject.name()));
            return names.entrySet().stream()
                    .map(entry -> new About(entry.getKey(), entry.getValue()))
                    .toList();
        }

        /** Its first column, and its last word, is the person. */
        String select() {
            return topic == Topic.HOLDS ? HELD : SAID;
        }

        Query bound(Query query) {
            query.bindList("names", names);
            return topic == Topic.HOLDS ? query : query.bind("topic", topic.word());
        }

        Attestation read(ResultSet rows) throws SQLException {
            return topic == Topic.HOLDS
                    ? Attestation.holds(
                            Columns.uuid(rows.getBytes("id")),
                            rows.getString("badge"),
                            Columns.instant(rows.getLong("earned_at")),
                            Columns.instantOrNull(rows, "expires_at"))
                    : attestation(rows);
        }
    }

    /** @param group people who are one */
    List<Attestation> list(List<UUID> group, Collection<Subject> subjects) {
        List<Attestation> said = About.of(subjects).stream()
                .flatMap(about -> about
                        .bound(handle.createQuery(about.select() + " in (<people>)"))
                        .bindList("people", group)
                        .map((rows, context) -> about.read(rows))
                        .list()
                        .stream())
                .toList();
        return Speakers.of(handle, said.stream()).named(said);
    }

    static Attestation attestation(ResultSet rows) throws SQLException {
        return new Attestation(
                Columns.uuid(rows.getBytes("id")),
                Topic.of(rows.getString("topic")),
                rows.getString("subject"),
                rows.getString("value"),
                rows.getString("detail"),
                rows.getString("said_by"),
                Columns.instant(rows.getLong("from_at")),
                Columns.instantOrNull(rows, "until_at"));
    }

    void put(PersonId person, Attestation said, Instant now, Dialect dialect) {
        put(List.of(Map.entry(person.value(), said)), now, dialect);
    }

    /** @param said by person */
    void put(List<Map.Entry<UUID, Attestation>> said, Instant now, Dialect dialect) {
        String sql = """
                insert into attestation (id, person, topic, subject, value, detail, said_by, from_at, until_at, said_at)
                values (:id, :person, :topic, :subject, :value, :detail, :by, :from, :until, :now)""";
        Batches.write(
                handle,
                sql + dialect.orChange("id", "until_at = new.until_at"),
                said,
                (batch, one) -> batch.bind("person", one.getKey())
                        .bind("id", one.getValue().id())
                        .bind("topic", one.getValue().topic().word())
                        .bind("subject", one.getValue().subject())
                        .bind("value", one.getValue().value())
                        .bind("detail", one.getValue().detail())
                        .bind("by", one.getValue().by())
                        .bind("from", one.getValue().from())
                        .bindByType("until", one.getValue().until(), Instant.class)
                        .bind("now", now));
    }
}
