package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final Database database;

    public EvidenceStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<PersonId, List<Fact>> read(int part, Scope scope) {
        if (scope.activities().isEmpty()) {
            return Map.of();
        }
        People people = new People();
        database.read(handle -> {
            Set<UUID> touched = scope.plan() == 0 ? Set.of() : readPlanned(handle, part, scope, people);
            if (!scope.touchedAlone() || !touched.isEmpty()) {
                readLive(handle, part, scope, touched, people);
            }
            return true;
        });
        return people.facts();
    }

    /** @return whose facts the plan changes */
    private static Set<UUID> readPlanned(Handle handle, int part, Scope scope, People people) {
        ranged(handle, "select f.person, f.activity, f.seq, case when " + Voids.voided("f.statement")
                                + " then null else f.body end as body from rule_plan_fact f" + WHERE
                                + " and f.plan = :plan", part, scope)
                .bind("plan", scope.plan())
                .map((rows, context) -> people.put(rows))
                .forEach(place -> {});
        return Set.copyOf(people.byId.keySet());
    }

    private static void readLive(Handle handle, int part, Scope scope, Set<UUID> touched, People people) {
        Query query = ranged(
                handle,
                "select f.person, f.activity, f.seq, f.body from fact f" + WHERE
                        + (scope.touchedAlone() ? " and f.person in (<touched>)" : "") + " and not "
                        + Voids.voided("f.statement"),
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
            Map<PersonId, List<Fact>> facts = new TreeMap<>(Comparator.comparing(PersonId::toString));
            byId.forEach((person, places) -> facts.put(
                    new PersonId(person),
                    places.values().stream().flatMap(Optional::stream).toList()));
            return facts;
        }
    }
}
