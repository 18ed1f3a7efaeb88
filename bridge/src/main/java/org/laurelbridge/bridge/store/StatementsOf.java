package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.bridge.subject.Traces;
import org.laurelbridge.bridge.subject.Traces.Found;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Statements that are somebody's or mention them, found by reading the log from its beginning to its end. */
final class StatementsOf {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 2_000;

    private final Traces traces;
    private final Predicate<String> mayBeIn;

    /**
     * Some of them.
     *
     * @param further where to go on; empty at the end
     */
    record Stretch(List<String> rows, Optional<Long> further) {}

    StatementsOf(Subject subject) {
        this.traces = subject.traces();
        this.mayBeIn = subject.mayBeIn();
    }

    Stretch after(Handle handle, long place) {
        List<String> rows = new ArrayList<>();
        List<Long> places = handle.createQuery("""
                        select s.seq, s.source, s.raw, i.stored_at from statement s
                        left join intake i on i.id = s.seq >> 16
                        where s.seq > :place order by s.seq limit :limit""")
                .bind("place", place)
                .bind("limit", AT_ONCE)
                .map((row, context) -> {
                    add(rows, row.getString("source"), row.getLong("stored_at"), row.getString("raw"), "");
                    return row.getLong("seq");
                })
                .list();
        return new Stretch(rows, places.isEmpty() ? Optional.empty() : Optional.of(places.get(places.size() - 1)));
    }

    List<String> quarantined(Handle handle) {
        List<String> rows = new ArrayList<>();
        handle.createQuery("select source, received_at, raw, why from quarantine order by received_at")
                .map((row, context) -> {
                    add(
                            rows,
                            row.getString("source"),
                            row.getLong("received_at"),
                            row.getString("raw"),
                            row.getString("why"));
                    return true;
                })
                .forEach(done -> {});
        return rows;
    }

    private void add(List<String> rows, String source, long stored, String raw, String quarantined) {
        if (mayBeIn.test(raw) && !(traces.in(raw) instanceof Found.Nothing)) {
            ObjectNode about = JSON.createObjectNode()
                    .put("source", source)
                    .put("stored", Columns.instant(stored).toString());
            if (!quarantined.isEmpty()) {
                // it may be no JSON at all
                rows.add(about.put("quarantinedFor", quarantined)
                        .put("statement", raw)
                        .toString());
                return;
            }
            String head = about.toString();
            rows.add(head.substring(0, head.length() - 1) + ",\"statement\":" + raw + "}");
        }
    }
}
