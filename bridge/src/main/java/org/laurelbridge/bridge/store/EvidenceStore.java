package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.award.plan.Evidence;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/** Facts of everybody, by ranges of people's ids: these are random, so that parts are of one size. */
public final class EvidenceStore implements Evidence {

    private static final String WHERE = " where f.activity in (<activities>) and f.person between :from and :to";

    private static final String EFFECTIVE = " and not " + Voids.voided("f.statement");

    private final Database database;

    public EvidenceStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<PersonId, List<Fact>> read(int part, Scope scope) {
        if (scope.activities().isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> scope.plan() == 0 ? live(handle, part, scope) : planned(handle, part, scope));
    }

    // the dry run over a long history is here: no more is read of a row than it needs
    private static Map<PersonId, List<Fact>> live(Handle handle, int part, Scope scope) {
        Map<UUID, List<Fact>> byId = new HashMap<>();
        ranged(handle, "select f.person, f.body from fact f" + WHERE + EFFECTIVE, part, scope)
                .map((rows, context) -> byId.computeIfAbsent(Columns.uuid(rows.getBytes(1)), id -> new ArrayList<>())
                        .add(FactText.read(rows.getString(2))))
                .forEach(added -> {});
        return sorted(byId);
    }

    private static Map<PersonId, List<Fact>> planned(Handle handle, int part, Scope scope) {
        People people = new People();
        Set<UUID> touched = readPlanned(handle, part, scope, people);
        if (!scope.touchedAlone() || !touched.isEmpty()) {
            readLive(handle, part, scope, touched, people);
        }
        return people.facts();
    }

    private static Map<PersonId, List<Fact>> sorted(Map<UUID, List<Fact>> byId) {
        Map<PersonId, List<Fact>> sorted = new TreeMap<>(Comparator.comparing(PersonId::toString));
        byId.forEach((person, facts) -> sorted.put(new PersonId(person), facts));
        return sorted;
    }

    /** @return whose facts the plan changes */
    private static Set<UUID> readPlanned(Handle handle, int part, Scope scope, People people) {
        ranged(
                        handle,
                        "select f.person, f.activity, f.seq, case when " + Voids.voided("f.statement")
                                + " then null else f.body end as body from rule_plan_fact f" + WHERE
                                + " and f.plan = :plan",
                        part,
                        scope)
                .bind("plan", scope.plan())
                .map((rows, context) -> people.put(rows))
                .forEach(place -> {});
        return Set.copyOf(people.byId.keySet());
    }

    private static void readLive(Handle handle, int part, Scope scope, Set<UUID> touched, People people) {
        Query query = ranged(
                handle,
                "select f.person, f.activity, f.seq, f.body from fact f" + WHERE
                        + (scope.touchedAlone() ? " and f.person in (<touched>)" : "") + EFFECTIVE,
                part,
                scope);
        if (scope.touchedAlone()) {
            query.bindList("touched", List.copyOf(touched));
        }
        query.map((rows, context) -> people.put(rows)).forEach(place -> {});
    }

    private static Query ranged(Handle handle, String sql, int part, Scope scope) {
        return handle.createQuery(sql)
                .bindList("activities", List.copyOf(scope.activities()))
                .bind("from", edge(part, 0))
                .bind("to", edge(part, -1));
    }

    /** The first (filled with 0) or last (filled with ones) id of a part. */
    private static UUID edge(int part, long filled) {
        long top = (long) part << 56;
        return new UUID(top | (filled >>> 8), filled);
    }

    private record Place(String activity, long seq) {}

    /** Facts of people, each fact once: what is read first of a place stays. */
    private static final class People {
        private final Map<UUID, Map<Place, Optional<Fact>>> byId = new HashMap<>();

        Place put(ResultSet rows) throws SQLException {
            Place place = new Place(rows.getString("activity"), rows.getLong("seq"));
            String body = rows.getString("body");
            byId.computeIfAbsent(Columns.uuid(rows.getBytes("person")), id -> new HashMap<>())
                    .computeIfAbsent(place, one -> Optional.ofNullable(body).map(FactText::read));
            return place;
        }

        Map<PersonId, List<Fact>> facts() {
            Map<UUID, List<Fact>> facts = new HashMap<>();
            byId.forEach((person, places) -> facts.put(
                    person, places.values().stream().flatMap(Optional::stream).toList()));
            return sorted(facts);
        }
    }
}
