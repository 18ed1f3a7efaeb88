package org.laurelbridge.webapp.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.push.Sender;

/** The sources that may push, by their Basic credentials (RFC 7617, in UTF-8). */
public final class Senders {
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** @param sources those without {@code push} are left out */
    public Senders(List<LaurelConfig.Source> sources) {
        for (LaurelConfig.Source source : sources) {
            LaurelConfig.Push push = source.push();
            if (push != null) {
                Sender sender = new Sender(source.name(), push.versionHeaderRequired(), push.hooks());
                known.put(push.key(), new Known(sender, push.secret()));
            }
        }
    }

    /** Who sent a request with this Authorization header. */
    Optional<Sender> find(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String[] pair = decoded(authorization.substring(6).strip()).split(":", 2);
        Known sender = known.get(pair[0]);
        // the time that it takes tells nothing about the secret
        byte[] secret = (sender == null ? "" : sender.secret()).getBytes(StandardCharsets.UTF_8);
        byte[] shown = (pair.length < 2 ? "" : pair[1]).getBytes(StandardCharsets.UTF_8);
        boolean same = MessageDigest.isEqual(secret, shown);
        return same && sender != null && pair.length == 2 ? Optional.of(sender.sender()) : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return ""; // no credentials of anyone
        }
    }

    private record Known(Sender sender, String secret) {
        @Override
        public String toString() {
            return sender.source();
        }
    }
}
