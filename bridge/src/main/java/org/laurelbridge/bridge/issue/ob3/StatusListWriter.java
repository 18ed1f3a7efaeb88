package org.laurelbridge.bridge.issue.ob3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.StatusLists;
import org.laurelbridge.bridge.issue.StatusLists.Standing;
import org.laurelbridge.bridge.issue.StatusPlace;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes status lists as credentials of their own (Bitstring Status List 1.0 §2.2). Each is signed anew when it is asked for and the
 * last one is older than {@link #FRESH}, so that no answer is staler than that. Safe for many threads.
 */
public final class StatusListWriter {

    /** How long a list may be kept, by us and by readers together at most twice as long. */
    public static final Duration FRESH = Duration.ofSeconds(30);

    private final StatusLists lists;
    private final Earnings earnings;
    private final IssuerIdentity issuer;
    private final Ob3Signer signer;
    private final InstantSource clock;
    private final Map<UUID, Written> written = new ConcurrentHashMap<>();

    private record Written(String document, Instant at) {}

    public StatusListWriter(StatusLists lists, Earnings earnings, IssuerIdentity issuer, InstantSource clock) {
        this.lists = lists;
        this.earnings = earnings;
        this.issuer = issuer;
        this.signer = new Ob3Signer(issuer);
        this.clock = clock;
    }

    /** A list as a signed credential; empty when there is none. */
    public Optional<String> find(UUID list) {
        Written last = written.get(list);
        if (last == null || !isFresh(last, clock.instant())) {
            // in here one thread writes a list, and all others that want it wait
            last = written.compute(list, this::renewed);
        }
        return Optional.ofNullable(last).map(Written::document);
    }

    private static boolean isFresh(Written last, Instant now) {
        return !last.at().isAfter(now) && last.at().plus(FRESH).isAfter(now);
    }

    private @Nullable Written renewed(UUID list, @Nullable Written last) {
        Instant now = clock.instant();
        if (last != null && isFresh(last, now)) {
            return last;
        }
        return lists.find(list)
                .map(standing -> new Written(write(list, standing, now).toString(), now))
                .orElse(null);
    }

    private ObjectNode write(UUID list, Standing standing, Instant now) {
        String address = issuer.addresses().status(list).toString();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(ContextFiles.CREDENTIALS);
        document.put("id", address);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuer.did());
        document.put("validFrom", second.toString());
        document.putObject("credentialSubject")
                .put("id", address + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", standing.purpose().word())
                .put("ttl", FRESH.toMillis())
                .put("encodedList", encoded(bits(standing)));
        return signer.sign(document, second);
    }

    private byte[] bits(Standing standing) {
        byte[] bits = new byte[StatusPlace.PLACES / Byte.SIZE];
        standing.set().forEach(place -> set(bits, place));
        standing.superseded().stream()
                .filter(one -> earnings.isFallen(one.credential()))
                .forEach(one -> set(bits, one.place()));
        return bits;
    }

    // the first bit is the highest of the first byte
    private static void set(byte[] bits, int place) {
        bits[place / Byte.SIZE] |= (byte) (0x80 >>> (place % Byte.SIZE));
    }

    private static String encoded(byte[] bits) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
