package org.laurelbridge.bridge.listen.push;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.xapi.Problem;

/**
 * The files that came with a request. They are held against the statements (xAPI 1.0.3 Communication 1.5.2) and then let go: no
 * rule of Laurel reads them.
 */
record Attached(List<Multipart.Part> parts) {
    static final String CLAUSE = "1.0.3 Communication 1.5.2";
    private static final Map<Integer, String> ALGORITHMS =
            Map.of(56, "SHA-224", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    /** Every part needs a statement that speaks of it, every file without an address its part. */
    List<Problem> problems(List<Pushed.File> files) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = files.stream().map(Pushed.File::sha2).collect(Collectors.toSet());
        for (int index = 0; index < parts.size(); index++) {
            check(index, known, problems);
        }
        Set<String> brought = parts.stream().map(Attached::hash).collect(Collectors.toSet());
        for (Pushed.File file : files) {
            if (file.needed() && !brought.contains(file.sha2())) {
                problems.add(new Problem(
                        file.place(),
                        "neither fileUrl nor a part of the request with this sha2",
                        "one of them",
                        CLAUSE));
            }
        }
        return problems;
    }

    private void check(int index, Set<String> known, List<Problem> problems) {
        Multipart.Part part = parts.get(index);
        String hash = hash(part);
        // the statements are part 1
        String place = "part " + (index + 2);
        if (!part.header("Content-Transfer-Encoding").equalsIgnoreCase("binary")) {
            String found = part.header("Content-Transfer-Encoding");
            problems.add(new Problem(
                    place + ", Content-Transfer-Encoding", found.isEmpty() ? "none" : found, "binary", CLAUSE));
        }
        if (!known.contains(hash)) {
            problems.add(new Problem(
                    place + ", X-Experience-API-Hash",
                    hash.isEmpty() ? "none" : hash,
                    "the sha2 of an attachment of the statements",
                    CLAUSE));
        } else if (!hash.equals(sha2(part.content(), hash.length()))) {
            problems.add(new Problem(
                    place,
                    part.content().length + " bytes with another SHA-2",
                    "the bytes that X-Experience-API-Hash speaks of",
                    CLAUSE));
        }
    }

    private static String hash(Multipart.Part part) {
        return part.header("X-Experience-API-Hash").toLowerCase(Locale.ROOT);
    }

    private static String sha2(byte[] bytes, int digits) {
        try {
            String algorithm = ALGORITHMS.getOrDefault(digits, "SHA-256");
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-2", impossible);
        }
    }
}
