package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.map.RuleDocuments.Against;

/** Which documents came into force and which went out of it, for the audit log: each with its version and the start of its SHA-256. */
final class RuleDeeds {
    private static final int SHOWN = 8;

    private final Map<String, String> before;

    private RuleDeeds(Map<String, String> before) {
        this.before = before;
    }

    /** What is in force before the change. */
    static RuleDeeds before(Handle handle) {
        return new RuleDeeds(inForce(handle));
    }

    /** What the change did to what was in force. */
    List<Change> after(Handle handle, @Nullable Against against) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> gone = new TreeMap<>(before);
        inForce(handle).forEach((document, version) -> {
            String was = gone.remove(document);
            if (!version.equals(was)) {
                changes.add(change("rules.applied", document, against)
                        .from("version", was)
                        .to("version", version));
            }
        });
        gone.forEach((document, was) ->
                changes.add(change("rules.taken-out", document, against).from("version", was)));
        if (against != null && against.plan() != null) {
            changes.add(Change.of("plan.accepted", "plan", against.plan()));
        }
        return changes;
    }

    private static Change change(String action, String document, @Nullable Against against) {
        String[] parts = document.split("/", 2);
        return Change.of(action, parts[0], parts[1]).to("plan", against == null ? null : against.plan());
    }

    private static Map<String, String> inForce(Handle handle) {
        Map<String, String> versions = new TreeMap<>();
        handle.createQuery("select kind, name, version, fingerprint from rule_document where in_force = 1")
                .map((rows, context) -> Map.entry(
                        rows.getString("kind") + "/" + rows.getString("name"),
                        rows.getInt("version") + " ("
                                + HexFormat.of()
                                        .formatHex(rows.getBytes("fingerprint"))
                                        .substring(0, SHOWN) + ")"))
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }
}
