package org.laurelbridge.webapp.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label what it says it is, as {@code CERTIFICATE}
 * @param text between its lines, as it stands there
 */
record Pem(String label, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final int MOST_BYTES = 1_048_576;

    /** All blocks of a file; what stands between them says nothing. */
    static List<Pem> read(Path file) throws BadFile {
        return BLOCK.matcher(text(file))
                .results()
                .map(block -> new Pem(block.group(1), block.group(2)))
                .toList();
    }

    private static String text(Path file) throws BadFile {
        if (!Files.exists(file)) {
            throw new BadFile(file, "no such file", "a PEM file");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadFile(file, "more than " + MOST_BYTES + " bytes", "a PEM file");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new BadFile(file, "a file that cannot be read", "one that the user who runs Laurel may read");
        }
    }

    /** Whether the text itself is encrypted, as OpenSSL did before PKCS#8 (RFC 1421 §4.6.1.1). */
    boolean isSealedItself() {
        return text.contains("ENCRYPTED");
    }

    /** What the text stands for. */
    byte[] bytes(Path file) throws BadFile {
        try {
            return Base64.getMimeDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new BadFile(file, "a block " + label + " that is not in base64", "a PEM file");
        }
    }
}
