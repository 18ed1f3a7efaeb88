package org.laurelbridge.webapp.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.push.Sender;

/**
 * The sources that may push, by what each can show: Basic credentials (RFC 7617, in UTF-8), its secret as Bearer token, as some
 * hooks offer nothing else, or, with {@code hooks}, a signature that its secret made, as ADL's LRS sends it.
 */
public final class Senders {
    private static final Pattern HMAC_SHA1 = Pattern.compile("[0-9a-fA-F]{40}");

    private final Supplier<List<LaurelConfig.Source>> sources;
    private volatile Read read = new Read(List.of(), Map.of());

    /** @param sources of now, the same list as long as they are the same; those without {@code push} are left out */
    public Senders(Supplier<List<LaurelConfig.Source>> sources) {
        this.sources = sources;
    }

    /** The senders among some sources, by their keys. */
    private record Read(List<LaurelConfig.Source> sources, Map<String, Known> known) {}

    private Map<String, Known> known() {
        List<LaurelConfig.Source> now = sources.get();
        if (read.sources() != now) {
            read = new Read(now, known(now));
        }
        return read.known();
    }

    private static Map<String, Known> known(List<LaurelConfig.Source> sources) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (LaurelConfig.Source source : sources) {
            LaurelConfig.Push push = source.push();
            if (push != null) {
                Sender sender = new Sender(source.name(), push.versionHeaderRequired(), push.hooks());
                known.putIfAbsent(push.key(), new Known(sender, push.secret()));
            }
        }
        return known;
    }

    /** Who sent a request with this Authorization header. */
    Optional<Sender> find(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return only(bytes(authorization.substring(7).strip()), known().values(), one -> bytes(one.secret()));
        }
        return authorization.regionMatches(true, 0, "Basic ", 0, 6) ? basic(authorization) : Optional.empty();
    }

    /**
     * Who signed a body.
     *
     * @param signature the header X-LRS-Signature: HMAC-SHA1 of the body under the secret, hexadecimal; null when there is none
     * @param body read only when there is a signature that somebody may have made
     */
    Optional<Sender> findBySignature(@Nullable String signature, Supplier<byte[]> body) {
        List<Known> hooks =
                known().values().stream().filter(one -> one.sender().hooks()).toList();
        if (signature == null
                || hooks.isEmpty()
                || !HMAC_SHA1.matcher(signature).matches()) {
            return Optional.empty();
        }
        byte[] signed = body.get();
        return only(HexFormat.of().parseHex(signature), hooks, one -> hmacSha1(one.secret(), signed));
    }

    /** The one whose is what was shown; nobody when two could have shown it. The time that it takes tells nothing. */
    private static Optional<Sender> only(byte[] shown, Collection<Known> candidates, Function<Known, byte[]> theirs) {
        List<Known> found = candidates.stream()
                .filter(one -> MessageDigest.isEqual(theirs.apply(one), shown))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).sender()) : Optional.empty();
    }

    private static byte[] hmacSha1(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Sender> basic(String authorization) {
        String[] pair = decoded(authorization.substring(6).strip()).split(":", 2);
        Known sender = known().get(pair[0]);
        // the time that it takes tells nothing about the secret
        boolean same = MessageDigest.isEqual(
                bytes(sender == null ? "" : sender.secret()), bytes(pair.length < 2 ? "" : pair[1]));
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
