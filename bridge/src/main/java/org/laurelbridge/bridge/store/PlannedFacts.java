package org.laurelbridge.bridge.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Learner;
import org.laurelbridge.mapping.Mapping;

/** One transaction: where a plan's facts of some intakes differ from the live ones. Live facts and people are only read. */
final class PlannedFacts {

    private final Handle handle;
    private final long plan;
    private final Mapping.Unknown unknown;

    private record Key(long seq, String activity, UUID person) {}

    /** @param body null when the live fact is gone */
    private record Row(UUID statement, @Nullable String body) {}

    PlannedFacts(Handle handle, long plan, Mapping.Unknown unknown) {
        this.handle = handle;
        this.plan = plan;
        this.unknown = unknown;
    }

    void add(List<Derived> derived) {
        Map<Key, Row> rows = planned(derived);
        Map<Key, Row> live = new HashMap<>();
        Intakes.stretches(derived, one -> one.intake().intake()).forEach(stretch -> readLive(stretch, live));
        live.forEach((key, row) -> {
            Row other = rows.putIfAbsent(key, new Row(row.statement(), null));
            if (row.equals(other)) {
                rows.remove(key);
            }
        });
        Batches.write(
                handle,
                """
                insert into rule_plan_fact (plan, person, activity, seq, statement, body)
                values (:plan, :person, :activity, :seq, :statement, :body)""",
                rows.entrySet(),
                (batch, row) -> batch.bind("plan", plan)
                        .bind("person", row.getKey().person())
                        .bind("activity", row.getKey().activity())
                        .bind("seq", row.getKey().seq())
                        .bind("statement", row.getValue().statement())
                        .bind("body", row.getValue().body()));
    }

    private void readLive(List<Derived> stretch, Map<Key, Row> live) {
        handle.createQuery("select seq, activity, person, statement, body from fact where seq between :from and :to")
                .bind("from", Intakes.firstSeq(stretch.get(0).intake().intake()))
                .bind(
                        "to",
                        Intakes.lastSeq(stretch.get(stretch.size() - 1).intake().intake()))
                .map((rows, context) -> Map.entry(
                        new Key(rows.getLong("seq"), rows.getString("activity"), Columns.uuid(rows.getBytes("person"))),
                        new Row(Columns.uuid(rows.getBytes("statement")), rows.getString("body"))))
                .forEach(entry -> live.put(entry.getKey(), entry.getValue()));
    }

    private Map<Key, Row> planned(List<Derived> derived) {
        List<Outcome> outcomes =
                derived.stream().flatMap(one -> one.outcomes().stream()).toList();
        Map<Identifier, PersonId> known = known(outcomes);
        Map<Key, Row> rows = new HashMap<>();
        for (Outcome outcome : outcomes) {
            for (Learner learner : learners(outcome)) {
                person(learner, known).ifPresent(person -> addRows(outcome, person, rows));
            }
        }
        return rows;
    }

    // of two facts for one key the first counts, as when they are live
    private static void addRows(Outcome outcome, UUID person, Map<Key, Row> rows) {
        var mapped = outcome.mapped();
        for (Fact fact : mapped == null ? List.<Fact>of() : mapped.facts()) {
            rows.putIfAbsent(
                    new Key(outcome.located().seq(), fact.activity(), person),
                    new Row(fact.statement(), FactText.write(fact)));
        }
    }

    private Map<Identifier, PersonId> known(List<Outcome> outcomes) {
        Set<Identifier> sought = new LinkedHashSet<>();
        for (Outcome outcome : outcomes) {
            for (Learner learner : learners(outcome)) {
                sought.addAll(learner.candidates());
                sought.addAll(Identities.withDerived(List.of(learner.own())));
            }
        }
        return new PeopleRows(handle).find(sought);
    }

    private static List<Learner> learners(Outcome outcome) {
        var mapped = outcome.mapped();
        return mapped == null || mapped.facts().isEmpty() ? List.of() : mapped.learners();
    }

    private Optional<UUID> person(Learner learner, Map<Identifier, PersonId> known) {
        List<Identifier> sought = new ArrayList<>(learner.candidates());
        boolean create = unknown == Mapping.Unknown.CREATE;
        if (create) {
            sought.addAll(Identities.withDerived(List.of(learner.own())));
        }
        return sought.stream()
                .filter(known::containsKey)
                .map(known::get)
                .map(PersonId::value)
                .findFirst()
                .or(() -> create ? Optional.of(number(learner)) : Optional.empty());
    }

    /** The same for an address and its mbox_sha1sum, who would become one person. */
    private static UUID number(Learner learner) {
        List<Identifier> own = List.copyOf(Identities.withDerived(List.of(learner.own())));
        ByteBuffer bytes = ByteBuffer.wrap(Identities.fingerprint(own.get(own.size() - 1)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
