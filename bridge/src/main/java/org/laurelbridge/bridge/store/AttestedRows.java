package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/** What is attested of people: rows of table attestation, and awards, which attest that a badge is held. */
final class AttestedRows {
    static final String SELECT =
            "select id, topic, subject, value, detail, said_by, from_at, until_at from attestation ";

    private final Handle handle;

    AttestedRows(Handle handle) {
        this.handle = handle;
    }

    List<Attestation> list(PersonId person, Collection<Subject> subjects) {
        Map<Topic, List<String>> names = new EnumMap<>(Topic.class);
        subjects.forEach(subject -> names.computeIfAbsent(subject.topic(), topic -> new ArrayList<>())
                .add(subject.name()));
        List<Attestation> found = new ArrayList<>();
        names.forEach((topic, those) ->
                found.addAll(topic == Topic.HOLDS ? held(person, those) : said(person, topic, those)));
        return found;
    }

    /** What is under review, suspended or taken back is not held; what has expired was held until then. */
    private List<Attestation> held(PersonId person, List<String> badges) {
        return handle.createQuery("""
                        select id, badge, earned_at, expires_at from award
                        where person = :person and badge in (<badges>) and status = :valid""")
                .bind("person", person.value())
                .bindList("badges", badges)
                .bind("valid", AwardStatus.VALID.word())
                .map((rows, context) -> Attestation.holds(
                        Columns.uuid(rows.getBytes("id")),
                        rows.getString("badge"),
                        Columns.instant(rows.getLong("earned_at")),
                        Columns.instantOrNull(rows, "expires_at")))
                .list();
    }

    private List<Attestation> said(PersonId person, Topic topic, List<String> subjects) {
        return handle.createQuery(SELECT + "where person = :person and topic = :topic and subject in (<subjects>)")
                .bind("person", person.value())
                .bind("topic", topic.word())
                .bindList("subjects", subjects)
                .map((rows, context) -> attestation(rows))
                .list();
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
        handle.createUpdate("""
                        insert into attestation (id, person, topic, subject, value, detail, said_by, from_at, until_at, said_at)
                        values (:id, :person, :topic, :subject, :value, :detail, :by, :from, :until, :now)""" + dialect.orChange("id", "until_at = new.until_at"))
                .bind("id", said.id())
                .bind("person", person.value())
                .bind("topic", said.topic().word())
                .bind("subject", said.subject())
                .bind("value", said.value())
                .bind("detail", said.detail())
                .bind("by", said.by())
                .bind("from", said.from())
                .bindByType("until", said.until(), Instant.class)
                .bind("now", now)
                .execute();
    }
}
