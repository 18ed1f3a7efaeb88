package org.laurelbridge.bridge.issue.bake;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What a file seems to be, by its first bytes, to tell somebody who gave the wrong one. */
public final class FileSign {

    private static final int SHOWN = 8;
    private static final Map<String, String> KNOWN = Map.of(
            "89504e47", "a PNG",
            "ffd8ff", "a JPEG",
            "47494638", "a GIF",
            "25504446", "a PDF",
            "504b0304", "a zip",
            "1f8b08", "a file compressed by gzip",
            "52494646", "a WebP or other RIFF file",
            "3c737667", "an SVG",
            "3c3f786d", "an XML file, perhaps an SVG");

    private FileSign() {}

    /** In words, never the file's own. */
    public static String of(byte[] file) {
        if (file.length == 0) {
            return "an empty file";
        }
        String head = HexFormat.of().formatHex(file, 0, Math.min(SHOWN, file.length));
        Optional<String> known = KNOWN.entrySet().stream()
                .filter(sign -> head.startsWith(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.orElse("a file that begins with the bytes " + head);
    }
}
