package org.laurelbridge.bridge.issue.framework;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells from the beginning of a file of what format it is. */
final class Detection {

    /** How far it looks. */
    static final int HEAD = 64_000;

    private static final String ZIP = "PK\u0003\u0004";

    private Detection() {}

    /** The format; empty when it is none that is known. What was looked at can still be read. */
    static Optional<Format> of(BufferedInputStream bytes) throws IOException {
        String head = head(bytes);
        return head.startsWith("{") ? ofJson(head) : ofTable(head);
    }

    /** Whether it is JSON rather than a table. What was looked at can still be read. */
    static boolean isJson(BufferedInputStream bytes) throws IOException {
        String head = head(bytes);
        return head.startsWith("{") || head.startsWith("[");
    }

    /** Whether it is a zip file, as Excel's workbooks are. What was looked at can still be read. */
    static boolean isZip(BufferedInputStream bytes) throws IOException {
        return head(bytes).startsWith(ZIP);
    }

    /** What a file that cannot be read looks like, in words; empty for one that could be any. */
    static String looksLike(BufferedInputStream bytes) throws IOException {
        String head = head(bytes);
        if (head.isEmpty()) {
            return "an empty file";
        }
        if (head.startsWith(ZIP)) {
            return "an Excel workbook or another zip file";
        }
        if (head.startsWith("<")) {
            return "XML or HTML";
        }
        if (head.startsWith("\uFFFD")) {
            return "a file that is not in UTF-8";
        }
        String first = head.lines().findFirst().orElse("");
        return "\"" + (first.length() > 200 ? first.substring(0, 200) + "…" : first) + "\"";
    }

    private static String head(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD + 1);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        String text = new String(head, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }

    private static Optional<Format> ofJson(String head) {
        if (List.of("\"CFPackage\"", "\"CFDocument\"", "\"CFItems\"").stream().anyMatch(head::contains)) {
            return Optional.of(Format.CASE);
        }
        boolean isNice = List.of("\"element_identifier\"", "\"relationship_types\"", "\"doc_identifier\"").stream()
                .anyMatch(head::contains);
        return isNice ? Optional.of(Format.NICE) : Optional.empty();
    }

    private static Optional<Format> ofTable(String head) {
        String first = head.lines().findFirst().orElse("");
        Set<String> names = Arrays.stream(first.split(String.valueOf(Delimiter.of(first))))
                .map(name -> name.strip().replaceAll("^\"|\"$", "").strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (names.containsAll(List.of("concepturi", "preferredlabel"))) {
            return Optional.of(Format.ESCO);
        }
        if (names.contains("element_identifier")) {
            return Optional.of(Format.NICE);
        }
        if (names.containsAll(List.of("code", "skill")) && names.stream().anyMatch(SfiaReader::isLevel)) {
            return Optional.of(Format.SFIA);
        }
        return names.containsAll(List.of("code", "name")) ? Optional.of(Format.CSV) : Optional.empty();
    }
}
