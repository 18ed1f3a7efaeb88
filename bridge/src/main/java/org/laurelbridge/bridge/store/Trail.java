package org.laurelbridge.bridge.store;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import tools.jackson.databind.json.JsonMapper;

/**
 * As whose doing a store records its changes, within the transaction that makes them.
 *
 * @param clock that of this machine: no caller dates a row
 */
record Trail(Doer doer, InstantSource clock) {
    /** Of what nobody asked for. */
    static final Trail OWN = by(Doer.LAUREL);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Trail by(Doer doer) {
        return new Trail(doer, InstantSource.system());
    }

    void record(Handle handle, Change change) {
        record(handle, List.of(change));
    }

    void record(Handle handle, Collection<Change> changes) {
        Batches.write(
                handle,
                """
                        insert into audit (at, doer_kind, doer, doer_account, origin, action, subject, person,
                          before_value, after_value)
                        values (:at, :kind, :doer, :account, :origin, :action, :subject, :person, :before, :after)""",
                changes,
                (batch, change) -> batch.bind("at", clock.instant())
                        .bind("kind", doer.kind().word())
                        .bind("doer", doer.name())
                        .bind("account", doer.account() == null ? null : Columns.bytes(doer.account()))
                        .bind("origin", doer.origin())
                        .bind("action", change.action())
                        .bind("subject", change.subject())
                        .bind("person", change.person() == null ? null : Columns.bytes(change.person()))
                        .bind("before", written(change.before()))
                        .bind("after", written(change.after())));
    }

    static @Nullable String written(Map<String, String> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(new TreeMap<>(values));
    }

    static Map<String, String> read(@Nullable String values) {
        Map<String, String> read = new TreeMap<>();
        if (values != null) {
            JSON.readTree(values)
                    .properties()
                    .forEach(value -> read.put(value.getKey(), value.getValue().asString()));
        }
        return read;
    }
}
