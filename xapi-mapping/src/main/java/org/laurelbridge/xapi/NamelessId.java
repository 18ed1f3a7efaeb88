package org.laurelbridge.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ids for statements that come without one. A sender that repeats itself, or a file read twice, must double nothing; a
 * statement that says when it happened is therefore named by its source and its content (a UUIDv5, RFC 9562 5.5). One that
 * does not may well be a second event, and gets an id of its own.
 */
public final class NamelessId {
    private static final UUID NAMESPACE = UUID.fromString("0f9e6b6e-5a3c-5e4b-9d53-6f1d6a2c7b41");

    private final Supplier<UUID> random;

    /** Takes ids for statements without timestamp from the supplier. */
    public NamelessId(Supplier<UUID> random) {
        this.random = random;
    }

    /** The id of a statement that this source sent without one. */
    public UUID of(String source, ObjectNode statement) {
        return Essence.text(statement, "timestamp") == null
                ? random.get()
                : named(source.length() + ":" + source + Canonical.form(statement));
    }

    private static UUID named(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
