package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.map.FactLog.Basis;
import org.laurelbridge.bridge.map.FactLog.Counted;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.bridge.store.Evaluations.Touched;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.mapping.Learner;

/** One transaction: the facts of one intake take the place of those it had. */
final class Replacing {

    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final Dialect dialect;
    private final Basis basis;
    private final Instant now;
    private final Set<Touched> touched = new LinkedHashSet<>();

    Replacing(Handle handle, Dialect dialect, Basis basis, Instant now) {
        this.handle = handle;
        this.dialect = dialect;
        this.basis = basis;
        this.now = now;
    }

    /** Empty when it was overtaken. */
    Optional<Counted> run(ToMap intake, List<Outcome> outcomes) {
        new PeopleRows(handle).stopJoining(dialect);
        if (!RuleDocumentStore.holds(handle, dialect, basis.turn()) || !claim(intake)) {
            return Optional.empty();
        }
        touchOwners(intake.intake());
        Parking parking = new Parking(handle, dialect, intake.intake());
        parking.clear();
        Placed placed = place(outcomes, parking);
        deleteFacts(intake.intake());
        addFacts(placed.facts);
        parking.finish(now);
        touchOwnersOfVoided(outcomes);
        new Evaluations(handle, dialect).add(touched, now);
        new MappingTroubles(handle, dialect).replace(outcomes, now);
        Counted counted = new Counted(placed.facts.size(), unmatched(outcomes), placed.parked);
        count(intake.intake(), counted);
        return Optional.of(counted);
    }

    private record Row(long seq, UUID person, Fact fact) {}

    private static final class Placed {
        private final List<Row> facts = new ArrayList<>();
        private int parked;
    }

    private boolean claim(ToMap intake) {
        return handle.createUpdate("""
                                update intake set mapped_with = :generation
                                where id = :intake and mark = :mark and mapped_with <> :generation""")
                        .bindMethods(intake)
                        .bind("generation", basis.generation())
                        .execute()
                == 1;
    }

    /** Whoever has facts now may lose them. */
    private void touchOwners(long intake) {
        handle.createQuery("select distinct person, activity from fact where seq between :from and :to")
                .bind("from", Intakes.firstSeq(intake))
                .bind("to", Intakes.lastSeq(intake))
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("person")), rows.getString("activity")))
                .forEach(owner -> touch(owner.getKey(), owner.getValue()));
    }

    private void touch(UUID person, String activity) {
        basis.badges().apply(activity).forEach(badge -> touched.add(new Touched(person, badge)));
    }

    private Placed place(List<Outcome> outcomes, Parking parking) {
        Learners learners = new Learners(handle, basis.unknown(), now);
        learners.find(outcomes.stream().flatMap(Replacing::learners).toList());
        Placed placed = new Placed();
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (Outcome outcome : outcomes) {
            boolean waits = false;
            for (Learner learner : learners(outcome).toList()) {
                Optional<UUID> person = learners.person(learner);
                if (person.isPresent()) {
                    addRows(outcome, person.get(), placed.facts, keys);
                } else if (learners.isParked(learner)) {
                    parking.park(learner, outcome.located().seq());
                    waits = true;
                }
            }
            placed.parked += waits ? 1 : 0;
        }
        return placed;
    }

    /** Of a statement that says something about an activity; nobody else has to be known. */
    private static Stream<Learner> learners(Outcome outcome) {
        var mapped = outcome.mapped();
        return mapped == null || mapped.facts().isEmpty() ? Stream.empty() : mapped.learners().stream();
    }

    // two members of a group may be one person
    private void addRows(Outcome outcome, UUID person, List<Row> rows, Set<List<Object>> keys) {
        long seq = outcome.located().seq();
        var mapped = outcome.mapped();
        for (Fact fact : mapped == null ? List.<Fact>of() : mapped.facts()) {
            if (keys.add(List.of(seq, fact.activity(), person))) {
                rows.add(new Row(seq, person, fact));
                touch(person, fact.activity());
            }
        }
    }

    private void deleteFacts(long intake) {
        handle.createUpdate("delete from fact where seq between :from and :to")
                .bind("from", Intakes.firstSeq(intake))
                .bind("to", Intakes.lastSeq(intake))
                .execute();
    }

    private void addFacts(List<Row> rows) {
        var batch = handle.prepareBatch("""
                insert into fact (seq, activity, person, statement, body)
                values (:seq, :activity, :person, :statement, :body)""");
        for (Row row : rows) {
            batch.bind("seq", row.seq())
                    .bind("activity", row.fact().activity())
                    .bind("person", row.person())
                    .bind("statement", row.fact().statement())
                    .bind("body", FactText.write(row.fact()))
                    .add();
        }
        batch.execute();
    }

    private void touchOwnersOfVoided(List<Outcome> outcomes) {
        List<UUID> targets = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            var recorded = outcome.located().recorded();
            UUID target = recorded == null ? null : recorded.statement().voids();
            if (target != null) {
                targets.add(target);
            }
        }
        for (int from = 0; from < targets.size(); from += AT_ONCE) {
            handle.createQuery("select distinct person, activity from fact where statement in (<targets>)")
                    .bindList("targets", targets.subList(from, Math.min(targets.size(), from + AT_ONCE)))
                    .map((rows, context) ->
                            Map.entry(Columns.uuid(rows.getBytes("person")), rows.getString("activity")))
                    .forEach(owner -> touch(owner.getKey(), owner.getValue()));
        }
    }

    private static int unmatched(List<Outcome> outcomes) {
        return (int) outcomes.stream()
                .filter(outcome -> {
                    var mapped = outcome.mapped();
                    var recorded = outcome.located().recorded();
                    return mapped != null
                            && mapped.facts().isEmpty()
                            && recorded != null
                            && !recorded.statement().isVoiding();
                })
                .count();
    }

    private void count(long intake, Counted counted) {
        handle.createUpdate("""
                        update intake set facts = :facts, unmatched = :unmatched, parked = :parked where id = :intake""").bindMethods(counted).bind("intake", intake).execute();
    }
}
