package org.laurelbridge.bridge.store;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.award.plan.Evidence.Scope;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.PartOfPeople.Taker;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;
import org.laurelbridge.rule.Attestation;

/** What is known of the people of one part. For one read. */
final class EvidencePart {
    private static final String EFFECTIVE = "not " + Voids.voided("f.statement");

    private final PartOfPeople part;
    private final Scope scope;
    private final Map<UUID, Gathered> people = new HashMap<>();

    /** A fact's place in the table, whoever stands for its person. */
    private record Place(UUID person, String activity, long seq) {}

    private static final class Gathered {
        /** As they were written, one after the other. */
        final ByteArrayOutputStream facts = new ByteArrayOutputStream();

        final List<Attestation> attested = new ArrayList<>();
        final List<Award> awards = new ArrayList<>();
    }

    EvidencePart(PartOfPeople part, Scope scope) {
        this.part = part;
        this.scope = scope;
    }

    Map<PersonId, Cycles.Person> read() {
        scope.others().stream().map(PersonId::value).filter(part::has).forEach(this::of);
        if (!scope.activities().isEmpty()) {
            readFacts();
        }
        AttestedRows.About.of(scope.subjects())
                .forEach(about -> asked(
                        about.select(),
                        about::bound,
                        (person, root, rows) -> of(root).attested.add(about.read(rows))));
        Speakers speakers =
                Speakers.of(part.handle(), people.values().stream().flatMap(gathered -> gathered.attested.stream()));
        people.values().forEach(gathered -> gathered.attested.replaceAll(speakers::named));
        readAwards();
        Map<PersonId, Cycles.Person> read = new TreeMap<>(Comparator.comparing(PersonId::toString));
        people.forEach((root, gathered) -> read.put(new PersonId(root), person(new PersonId(root), gathered)));
        return read;
    }

    private Cycles.Person person(PersonId id, Gathered gathered) {
        gathered.awards.sort(Comparator.comparing(Award::cycle));
        List<Fact> facts = FactText.readAll(gathered.facts.toByteArray());
        return new Cycles.Person(id, Map.of(scope.badge(), gathered.awards), facts, gathered.attested);
    }

    private Gathered of(UUID root) {
        return people.computeIfAbsent(root, id -> new Gathered());
    }

    private void readFacts() {
        if (scope.plan() == 0) {
            asked(
                    "select f.person, f.body from fact f where " + EFFECTIVE
                            + " and f.activity in (<activities>) and f.person",
                    this::activities,
                    (person, root, rows) -> of(root).facts.writeBytes(rows.getBytes(2)));
        } else {
            readPlanned();
        }
    }

    /** Whom the plan touches is known after its own facts are read. */
    private void readPlanned() {
        Set<Place> places = new HashSet<>();
        part.each(
                "select f.person, f.activity, f.seq, case when " + Voids.voided("f.statement")
                        + " then null else f.body end from rule_plan_fact f where f.plan = :plan"
                        + " and f.activity in (<activities>) and f.person",
                query -> activities(query).bind("plan", scope.plan()),
                (person, root, rows) -> add(person, root, rows, places));
        asked(
                "select f.person, f.activity, f.seq, f.body from fact f where " + EFFECTIVE
                        + " and f.activity in (<activities>) and f.person",
                this::activities,
                (person, root, rows) -> add(person, root, rows, places));
    }

    /** What is read first of a place stays. */
    private void add(UUID person, UUID root, ResultSet rows, Set<Place> places) throws SQLException {
        ByteArrayOutputStream facts = of(root).facts;
        if (places.add(new Place(person, rows.getString(2), rows.getLong(3)))) {
            byte[] body = rows.getBytes(4);
            if (body != null) {
                facts.writeBytes(body);
            }
        }
    }

    private Query activities(Query query) {
        return query.bindList("activities", List.copyOf(scope.activities()));
    }

    /** Only of those who are asked anyway. */
    private void readAwards() {
        asked(
                "select award.person as granted, " + AwardRows.COLUMNS + "where badge = :badge and "
                        + Superseding.STANDS + " and award.person",
                query -> query.bind("badge", scope.badge()),
                (person, root, rows) -> {
                    Gathered gathered = people.get(root);
                    if (gathered != null) {
                        gathered.awards.add(AwardRows.award(rows));
                    }
                });
    }

    private void asked(String select, UnaryOperator<Query> bound, Taker taker) {
        if (scope.touchedAlone()) {
            part.each(Set.copyOf(people.keySet()), select, bound, taker);
        } else {
            part.each(select, bound, taker);
        }
    }
}
