package org.laurelbridge.bridge.verify.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token in three parts (JWS compact serialisation, RFC 7515 §7.1). The algorithm must be one of three and of the kind of the key: a
 * header cannot choose "none", nor have a public key used as a shared secret.
 */
public final class Jws {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final int LONGEST = 1_400_000;

    private final ObjectNode header;
    private final String payload;
    private final byte[] signed;
    private final byte[] signature;

    private Jws(ObjectNode header, String payload, byte[] signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /** Whether a text looks like a token. */
    public static boolean looksLike(String text) {
        return text.startsWith("ey")
                && text.length() <= LONGEST
                && SHAPE.matcher(text).matches();
    }

    /** The parts of a token; empty when it is none. */
    public static Optional<Jws> read(String text) {
        if (!looksLike(text)) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String header = new String(decoder.decode(parts[0]), StandardCharsets.UTF_8);
            return Documents.read(header) instanceof Read.Good good
                    ? Optional.of(new Jws(
                            good.object(),
                            new String(decoder.decode(parts[1]), StandardCharsets.UTF_8),
                            (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                            decoder.decode(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public ObjectNode header() {
        return header;
    }

    /** The text that is signed. */
    public String payload() {
        return payload;
    }

    /** The algorithm that the header names; empty when it names none. */
    public String algorithm() {
        return Documents.textOrEmpty(header, "alg");
    }

    /** Whether badges may be signed so; what a reader must understand (crit) is nothing that Laurel does. */
    public boolean isAllowed() {
        return !header.has("crit")
                && !header.has("b64")
                && (algorithm().equals("RS256")
                        || algorithm().equals("ES256")
                        || algorithm().equals("EdDSA"));
    }

    /** Whether the signature is of this key. */
    public boolean fits(PublicKey key) {
        String name = signatureOf(key);
        if (!isAllowed() || name.isEmpty()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(name);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException wrongShape) {
            return false;
        }
    }

    private String signatureOf(PublicKey key) {
        return switch (algorithm()) {
            case "RS256" -> key instanceof RSAPublicKey ? "SHA256withRSA" : "";
            case "ES256" -> key instanceof ECPublicKey ? "SHA256withECDSAinP1363Format" : "";
            case "EdDSA" -> key instanceof EdECPublicKey ? "Ed25519" : "";
            default -> "";
        };
    }
}
