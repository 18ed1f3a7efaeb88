package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.map.FactLog.Basis;
import org.laurelbridge.bridge.map.FactLog.Counted;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.store.Evaluations.Touched;
import org.laurelbridge.bridge.subject.Agents;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.mapping.Learner;

/** One transaction: the facts of intakes take the place of those they had. Used once. */
final class Replacing {

    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final Dialect dialect;
    private final Basis basis;
    private final Instant now;
    private final Set<Touched> touched = new LinkedHashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<List<Object>> keys = new HashSet<>();

    Replacing(Handle handle, Dialect dialect, Basis basis, Instant now) {
        this.handle = handle;
        this.dialect = dialect;
        this.basis = basis;
        this.now = now;
    }

    /** For each, in order: empty when it was overtaken. */
    List<Optional<Counted>> run(List<Derived> derived) {
        new PeopleRows(handle).stopJoining(dialect);
        List<Derived> ours = RuleDocumentStore.holds(handle, dialect, basis.turn()) ? claim(derived) : List.of();
        Parking parking = new Parking(handle, dialect);
        ours.stream()
                .map(Derived::intake)
                .filter(intake -> !intake.isNew())
                .forEach(intake -> forget(intake.intake(), parking));
        Map<Long, Counted> counted = place(ours, parking);
        addFacts();
        parking.finish(now);
        touchOwnersOfVoided(ours);
        new Evaluations(handle, dialect).add(touched, now);
        new MappingTroubles(handle, dialect).replace(ours, now);
        count(counted);
        return derived.stream()
                .map(one -> Optional.ofNullable(counted.get(one.intake().intake())))
                .toList();
    }

    private record Row(long seq, UUID person, Fact fact) {}

    private List<Derived> claim(List<Derived> derived) {
        var batch = handle.prepareBatch("""
                update intake set mapped_with = :generation
                where id = :intake and mark = :mark and mapped_with = :mappedWith and mapped_with <> :generation""");
        derived.forEach(one -> batch.bindMethods(one.intake())
                .bind("generation", basis.generation())
                .add());
        int[] claimed = batch.execute();
        return IntStream.range(0, claimed.length)
                .filter(place -> claimed[place] == 1)
                .mapToObj(derived::get)
                .toList();
    }

    private void forget(long intake, Parking parking) {
        touchOwners(intake);
        parking.clear(intake);
        // a fact whose statement went after its period cannot be derived anew
        handle.createUpdate("""
                        delete from fact where seq between :from and :to
                        and exists (select 1 from statement s where s.seq = fact.seq)""")
                .bind("from", Intakes.firstSeq(intake))
                .bind("to", Intakes.lastSeq(intake))
                .execute();
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

    private Map<Long, Counted> place(List<Derived> ours, Parking parking) {
        Learners learners = new Learners(handle, basis.unknown(), now);
        learners.find(ours.stream()
                .flatMap(one -> one.outcomes().stream())
                .flatMap(Replacing::learners)
                .toList());
        learners.look(ours.stream()
                .flatMap(one -> one.outcomes().stream())
                .flatMap(Replacing::ofAlike)
                .toList());
        Map<Long, Counted> counted = new TreeMap<>();
        for (Derived one : ours) {
            one.outcomes().forEach(outcome -> placeAlike(outcome, learners));
            int before = rows.size();
            int parked = (int) one.outcomes().stream()
                    .filter(outcome -> place(outcome, learners, parking))
                    .count();
            counted.put(one.intake().intake(), new Counted(rows.size() - before, unmatched(one.outcomes()), parked));
        }
        return counted;
    }

    /** Whether it waits for a learner. */
    private boolean place(Outcome outcome, Learners learners, Parking parking) {
        boolean waits = false;
        for (Learner learner : learners(outcome).toList()) {
            Optional<UUID> person = learners.person(learner);
            if (person.isPresent()) {
                addRows(outcome, person.get());
            } else if (learners.isParked(learner)) {
                parking.park(learner, outcome.located().seq());
                waits = true;
            }
        }
        return waits;
    }

    /** Of a statement that says something about an activity; nobody else has to be known. */
    private static Stream<Learner> learners(Outcome outcome) {
        var mapped = outcome.mapped();
        return mapped == null || mapped.facts().isEmpty() ? Stream.empty() : somebody(mapped.learners());
    }

    /** Of a statement that only seems to say something: it is kept for explanations of people who are known. */
    private static Stream<Learner> ofAlike(Outcome outcome) {
        var mapped = outcome.mapped();
        return mapped == null || mapped.alike().isEmpty() ? Stream.empty() : somebody(mapped.learners());
    }

    /** Who stands in the place of whoever was erased is nobody. */
    private static Stream<Learner> somebody(List<Learner> learners) {
        return learners.stream().filter(learner -> !learner.own().equals(Agents.ERASED));
    }

    private void placeAlike(Outcome outcome, Learners learners) {
        var mapped = outcome.mapped();
        ofAlike(outcome)
                .flatMap(learner -> learners.person(learner).stream())
                .forEach(person -> addRows(outcome, person, mapped == null ? List.of() : mapped.alike()));
    }

    private void addRows(Outcome outcome, UUID person) {
        var mapped = outcome.mapped();
        addRows(outcome, person, mapped == null ? List.of() : mapped.facts());
    }

    // two members of a group may be one person
    private void addRows(Outcome outcome, UUID person, List<Fact> facts) {
        long seq = outcome.located().seq();
        for (Fact fact : facts) {
            if (keys.add(List.of(seq, fact.activity(), person))) {
                rows.add(new Row(seq, person, fact));
                touch(person, fact.activity());
            }
        }
    }

    private void addFacts() {
        Batches.write(
                handle,
                """
                insert into fact (seq, activity, person, statement, body)
                values (:seq, :activity, :person, :statement, :body)""",
                rows,
                (batch, row) -> batch.bind("seq", row.seq())
                        .bind("activity", row.fact().activity())
                        .bind("person", row.person())
                        .bind("statement", row.fact().statement())
                        .bind("body", FactText.write(row.fact())));
    }

    private void touchOwnersOfVoided(List<Derived> ours) {
        List<UUID> targets = ours.stream()
                .flatMap(one -> one.outcomes().stream())
                .map(outcome -> outcome.located().recorded())
                .filter(Objects::nonNull)
                .map(recorded -> recorded.statement().voids())
                .filter(Objects::nonNull)
                .toList();
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

    private void count(Map<Long, Counted> counted) {
        Batches.write(
                handle,
                "update intake set facts = :facts, unmatched = :unmatched, parked = :parked where id = :intake",
                counted.entrySet(),
                (batch, one) -> batch.bindMethods(one.getValue()).bind("intake", one.getKey()));
    }
}
