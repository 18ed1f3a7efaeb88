package org.laurelbridge.bridge.issue.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.secret.SecretBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys in a file, for a move to another installation: JSON in which each key is sealed under a passphrase (PBKDF2 with
 * HMAC-SHA-256, then AES-256-GCM).
 */
final class KeyFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "laurel-keys";
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;

    private KeyFile() {}

    /**
     * A key with all that it is.
     *
     * @param base64 its secret
     */
    record Kept(Algorithm algorithm, Instant created, String base64) {
        Kept(Algorithm algorithm, Instant created, byte[] secret) {
            this(algorithm, created, Base64.getEncoder().encodeToString(secret));
        }

        byte[] secret() {
            return Base64.getDecoder().decode(base64);
        }

        /** Without the secret: a record is printed sooner or later. */
        @Override
        public String toString() {
            return algorithm.word() + " key of " + created;
        }
    }

    static String write(List<Kept> keys, char[] passphrase) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        SecretBox box = box(passphrase, salt, ROUNDS);
        ObjectNode file = JSON.createObjectNode();
        file.put("format", FORMAT)
                .put("version", 1)
                .put("rounds", ROUNDS)
                .put("salt", Base64.getEncoder().encodeToString(salt));
        var all = file.putArray("keys");
        for (Kept key : keys) {
            all.addObject()
                    .put("algorithm", key.algorithm().word())
                    .put("created", key.created().toString())
                    .put("sealed", box.seal(key.algorithm().word(), key.secret()));
        }
        return file.toPrettyString() + "\n";
    }

    /** @throws IllegalArgumentException when it is no such file, or the passphrase is another; it says which */
    static List<Kept> read(String text, char[] passphrase) {
        JsonNode file;
        try {
            file = JSON.readTree(text);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("this is no file of keys: it is no JSON", noJson);
        }
        if (!file.path("format").asString("").equals(FORMAT)
                || file.path("version").asInt(0) != 1) {
            throw new IllegalArgumentException(
                    "this is no file of keys: expected format \"" + FORMAT + "\" in version 1");
        }
        int rounds = file.path("rounds").asInt(0);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds is " + file.path("rounds") + ", expected 1 to " + MOST_ROUNDS);
        }
        try {
            return keys(file, box(passphrase, Base64.getDecoder().decode(text(file, "salt")), rounds));
        } catch (SecretBox.CannotOpen otherPassphrase) {
            throw new IllegalArgumentException(
                    "the keys cannot be opened: the passphrase is not the one they were exported with, or the file was changed",
                    otherPassphrase);
        } catch (DateTimeException strange) {
            throw new IllegalArgumentException("this is no file of keys: " + strange.getMessage(), strange);
        }
    }

    private static List<Kept> keys(JsonNode file, SecretBox box) {
        List<Kept> keys = new ArrayList<>();
        for (JsonNode key : file.path("keys")) {
            String word = text(key, "algorithm");
            Algorithm algorithm = Algorithm.valueOf(word.toUpperCase(Locale.ROOT));
            keys.add(new Kept(algorithm, Instant.parse(text(key, "created")), box.open(word, text(key, "sealed"))));
        }
        return keys;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static SecretBox box(char[] passphrase, byte[] salt, int rounds) {
        try {
            return new SecretBox(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(passphrase, salt, rounds, 256))
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        }
    }
}
