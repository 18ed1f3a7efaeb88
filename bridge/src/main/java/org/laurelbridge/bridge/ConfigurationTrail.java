package org.laurelbridge.bridge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.secret.Secrets;

/**
 * Tells the audit log that a server starts with another configuration than the last one, and which parts are other. A part is known by
 * a fingerprint under a secret of the installation, so that nobody reads or guesses from it what the part holds.
 */
public final class ConfigurationTrail {
    static final String ACTION = "configuration.changed";
    private static final String SECRET = "configuration";
    private static final int BYTES = 8;

    private final Audit audit;
    private final byte[] secret;

    public ConfigurationTrail(Audit audit, Secrets secrets) {
        this.audit = audit;
        this.secret = secrets.getOrMake(SECRET, ConfigurationTrail::random);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Adds a row when any part is other than in the newest row of this kind, or when there is none. */
    public void tell(LaurelConfig config) {
        Map<String, String> now = new LinkedHashMap<>();
        parts(config).forEach((name, part) -> now.put(name, fingerprint(name, part)));
        Map<String, String> before = last();
        if (now.equals(before)) {
            return;
        }
        Map<String, String> other = new LinkedHashMap<>(before);
        other.entrySet().removeIf(part -> Objects.equals(part.getValue(), now.get(part.getKey())));
        audit.append(Doer.AT_START, new Change(ACTION, "configuration/server", null, other, now));
    }

    private Map<String, String> last() {
        List<Audit.Entry> rows = audit.list(new Audit.Filter(null, ACTION, null, null, null, null), 0, 1);
        return rows.isEmpty() ? Map.of() : rows.get(0).change().after();
    }

    /** By the keys of the file. */
    private static Map<String, Object> parts(LaurelConfig config) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("public-url", config.publicUrl());
        parts.put("http", config.http());
        parts.put("sessions", config.sessions());
        parts.put("sign-in", config.signIn());
        parts.put("platform-networks", config.platformNetworks());
        parts.put("database", config.database());
        parts.put("issuer", config.issuer());
        parts.put("sources", config.sources());
        parts.put("targets", config.targets());
        parts.put("rosters", config.rosters());
        parts.put("retention", config.retention());
        return parts;
    }

    private String fingerprint(String name, Object part) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal((name + "|" + part).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
