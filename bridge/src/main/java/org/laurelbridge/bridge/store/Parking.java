package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Learner;

/** The statements of some intakes that wait for somebody to say who their learner is. */
final class Parking {

    private static final HexFormat HEX = HexFormat.of();

    private final Handle handle;
    private final Dialect dialect;
    /** Who had statements of these intakes waiting before. */
    private final TreeSet<String> left = new TreeSet<>();

    /** Sorted by fingerprint: two that park the same actors never wait for each other in a circle. */
    private final TreeMap<String, Learner> actors = new TreeMap<>();

    private final Map<String, List<Long>> places = new LinkedHashMap<>();

    Parking(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Forgets what waited of an intake. */
    void clear(long intake) {
        List<String> waiting = handle.createQuery("select distinct actor from parked where seq between :from and :to")
                .bind("from", Intakes.firstSeq(intake))
                .bind("to", Intakes.lastSeq(intake))
                .map((rows, context) -> HEX.formatHex(rows.getBytes("actor")))
                .list();
        left.addAll(waiting);
        if (!waiting.isEmpty()) {
            handle.createUpdate("delete from parked where seq between :from and :to")
                    .bind("from", Intakes.firstSeq(intake))
                    .bind("to", Intakes.lastSeq(intake))
                    .execute();
        }
    }

    void park(Learner learner, long seq) {
        String fingerprint = HEX.formatHex(Identities.fingerprint(learner.own()));
        actors.putIfAbsent(fingerprint, learner);
        places.computeIfAbsent(fingerprint, actor -> new ArrayList<>()).add(seq);
    }

    /** Writes what waits now, and removes actors who wait no longer. */
    void finish(Instant now) {
        addActors(now);
        addCandidates();
        addPlaces();
        left.removeAll(actors.keySet());
        removeActors();
    }

    private void addActors(Instant now) {
        String sql = """
                insert into unknown_actor (fingerprint, kind, scope, value, name, first_seen)
                values (:fingerprint, :kind, :scope, :value, :name, :now)""";
        Batches.write(
                handle,
                sql + dialect.orLeave("first_seen"),
                actors.entrySet(),
                (batch, actor) -> batch.bind("fingerprint", HEX.parseHex(actor.getKey()))
                        .bindMethods(actor.getValue().own())
                        .bind("name", actor.getValue().name())
                        .bind("now", now));
    }

    private void addCandidates() {
        List<Map.Entry<String, Identifier>> candidates = new ArrayList<>();
        actors.forEach((fingerprint, learner) ->
                learner.candidates().forEach(candidate -> candidates.add(Map.entry(fingerprint, candidate))));
        String sql = "insert into unknown_actor_candidate (candidate, actor) values (:candidate, :actor)";
        Batches.write(
                handle,
                sql + dialect.orLeave("actor"),
                candidates,
                (batch, one) -> batch.bind("candidate", Identities.fingerprint(one.getValue()))
                        .bind("actor", HEX.parseHex(one.getKey())));
    }

    private void addPlaces() {
        List<Map.Entry<String, Long>> waiting = new ArrayList<>();
        places.forEach((actor, seqs) -> seqs.forEach(seq -> waiting.add(Map.entry(actor, seq))));
        String sql = """
                insert into parked (actor, seq, source) select :actor, s.seq, s.source from statement s where s.seq = :seq\s""";
        Batches.write(
                handle,
                sql + dialect.orLeave("actor"),
                waiting,
                (batch, one) -> batch.bind("actor", HEX.parseHex(one.getKey())).bind("seq", one.getValue()));
    }

    private void removeActors() {
        Batches.write(handle, """
                delete from unknown_actor where fingerprint = :actor
                and not exists (select 1 from parked p where p.actor = :actor)""", left, (batch, gone) -> batch.bind("actor", HEX.parseHex(gone)));
        Batches.write(handle, """
                delete from unknown_actor_candidate where actor = :actor
                and not exists (select 1 from unknown_actor a where a.fingerprint = :actor)""", left, (batch, gone) -> batch.bind("actor", HEX.parseHex(gone)));
    }
}
