package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;

/** The statements that a commit has to know: those kept under the ids that came, and the targets of voids. */
final class KnownStatements {

    private static final int IDS_AT_ONCE = 500;

    private final Map<UUID, Known> byId = new HashMap<>();

    /**
     * A kept statement.
     *
     * @param sources that brought it
     * @param intake 0 when it comes with this commit
     * @param bodies its first copy, then those that said more
     */
    record Known(Set<String> sources, long intake, List<String> bodies) {
        Known {
            sources = Set.copyOf(sources);
            bodies = List.copyOf(bodies);
        }

        Known plus(String copy) {
            List<String> more = new ArrayList<>(bodies);
            more.add(copy);
            return new Known(sources, intake, more);
        }

        Known from(String source) {
            Set<String> all = new TreeSet<>(sources);
            all.add(source);
            return new Known(all, intake, bodies);
        }
    }

    static KnownStatements load(Handle handle, Dialect dialect, List<Submission> submissions) {
        KnownStatements known = new KnownStatements();
        List<UUID> ids = new ArrayList<>(ids(submissions));
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            known.loadStatements(handle, dialect, ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)));
        }
        List<UUID> here = new ArrayList<>(new TreeSet<>(known.byId.keySet()));
        for (int from = 0; from < here.size(); from += IDS_AT_ONCE) {
            List<UUID> some = here.subList(from, Math.min(here.size(), from + IDS_AT_ONCE));
            known.loadCopies(handle, some);
            known.loadWitnesses(handle, some);
        }
        return known;
    }

    @Nullable
    Known find(UUID id) {
        return byId.get(id);
    }

    void put(Map<UUID, Known> more) {
        byId.putAll(more);
    }

    // sorted, as every node locks in the same order
    private static Set<UUID> ids(List<Submission> submissions) {
        Set<UUID> ids = new TreeSet<>();
        for (Submission submission : submissions) {
            for (Candidate candidate : submission.candidates()) {
                ids.add(candidate.id());
                UUID target = candidate.statement().voids();
                if (target != null) {
                    ids.add(target);
                }
            }
        }
        return ids;
    }

    // locked: two commits that each add another copy must see each other's
    private void loadStatements(Handle handle, Dialect dialect, Collection<UUID> ids) {
        handle.createQuery("select id, seq, source, raw from statement where id in (<ids>)" + dialect.lockForUpdate())
                .bindList("ids", List.copyOf(ids))
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("id")), known(rows)))
                .forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
    }

    private static Known known(ResultSet rows) throws SQLException {
        return new Known(
                Set.of(rows.getString("source")), Intakes.of(rows.getLong("seq")), List.of(rows.getString("raw")));
    }

    private void loadCopies(Handle handle, Collection<UUID> ids) {
        handle.createQuery("select statement, raw from statement_copy where statement in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("statement")), rows.getString("raw")))
                .forEach(copy -> byId.computeIfPresent(copy.getKey(), (id, known) -> known.plus(copy.getValue())));
    }

    private void loadWitnesses(Handle handle, Collection<UUID> ids) {
        handle.createQuery("select statement, source from statement_also_from where statement in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("statement")), rows.getString("source")))
                .forEach(also -> byId.computeIfPresent(also.getKey(), (id, known) -> known.from(also.getValue())));
    }
}
