package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** Statements that were kept but cannot be mapped: an administrator sees them in quarantine until they can be. */
final class MappingTroubles {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;

    private static final HexFormat HEX = HexFormat.of();

    private final Handle handle;
    private final Dialect dialect;

    MappingTroubles(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    void replace(List<Derived> derived, Instant now) {
        TreeSet<String> mended = new TreeSet<>();
        List<Outcome> troubled = new ArrayList<>();
        for (Derived one : derived) {
            for (Outcome outcome : one.outcomes()) {
                if (outcome.trouble() != null) {
                    troubled.add(outcome);
                } else if (!one.intake().isNew()) {
                    mended.add(HEX.formatHex(fingerprint(outcome)));
                }
            }
        }
        remove(listed(new ArrayList<>(mended)));
        add(troubled, now);
    }

    private static byte[] fingerprint(Outcome outcome) {
        return Fingerprint.of("mapping", outcome.located().id().toString());
    }

    private List<byte[]> listed(List<String> fingerprints) {
        List<byte[]> listed = new ArrayList<>();
        for (int from = 0; from < fingerprints.size(); from += AT_ONCE) {
            handle.createQuery("select fingerprint from quarantine where fingerprint in (<some>)")
                    .bindList(
                            "some",
                            fingerprints.subList(from, Math.min(fingerprints.size(), from + AT_ONCE)).stream()
                                    .map(HEX::parseHex)
                                    .toList())
                    .map((rows, context) -> rows.getBytes("fingerprint"))
                    .forEach(listed::add);
        }
        return listed;
    }

    private void remove(List<byte[]> fingerprints) {
        var batch = handle.prepareBatch("delete from quarantine where fingerprint = :fingerprint");
        fingerprints.forEach(
                fingerprint -> batch.bind("fingerprint", fingerprint).add());
        batch.execute();
    }

    private void add(List<Outcome> troubled, Instant now) {
        var batch = handle.prepareBatch("""
                insert into quarantine (fingerprint, source, received_at, statement, why, raw)
                select :fingerprint, s.source, :now, s.id, :why, s.raw from statement s where s.seq = :seq""" + dialect.orChange("fingerprint", "why = new.why"));
        for (Outcome outcome : troubled) {
            batch.bind("fingerprint", fingerprint(outcome))
                    .bind("now", now)
                    .bind("why", why(String.valueOf(outcome.trouble())))
                    .bind("seq", outcome.located().seq())
                    .add();
        }
        batch.execute();
    }

    /** As other rows of the quarantine say it. */
    private static String why(String trouble) {
        var why = JSON.createArrayNode();
        why.addObject()
                .put("place", "")
                .put("found", trouble)
                .put("expected", "a statement that can be mapped")
                .put("clause", "");
        return why.toString();
    }
}
