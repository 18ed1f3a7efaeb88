package org.laurelbridge.bridge.moving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.laurelbridge.document.Problems;
import org.laurelbridge.xapi.Problem;

/**
 * A file as it was brought: the document, and the pictures beside it.
 *
 * @param pictures by their names in the ZIP; none of a document alone
 */
record SetupFile(String document, Map<String, byte[]> pictures) {
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_UNPACKED = 60_000_000;
    private static final int MOST_DOCUMENT = 8_000_000;
    private static final String EXPECTED = "a ZIP with " + SetupWriter.DOCUMENT + " and pictures beside it";

    /** Unpacks it, bounded; empty when that cannot be, and the problems say why. */
    static Optional<SetupFile> of(byte[] file, Problems problems) {
        if (file.length > Moving.MOST_BYTES) {
            return refused(problems, file.length + " bytes", "at most " + Moving.MOST_BYTES);
        }
        boolean isZip = file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3;
        return isZip ? unpacked(file, problems) : text(file, problems).map(text -> new SetupFile(text, Map.of()));
    }

    private static Optional<SetupFile> unpacked(byte[] file, Problems problems) {
        Map<String, byte[]> entries = new HashMap<>();
        int left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || entries.size() == MOST_ENTRIES) {
                    return refused(
                            problems,
                            "more than that in the ZIP",
                            "at most " + MOST_ENTRIES + " files of " + MOST_UNPACKED + " bytes together");
                }
                entries.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException broken) {
            return refused(problems, "a ZIP that cannot be read", EXPECTED);
        }
        byte[] document = entries.remove(SetupWriter.DOCUMENT);
        if (document == null) {
            return refused(problems, "no " + SetupWriter.DOCUMENT, EXPECTED);
        }
        return text(document, problems).map(text -> new SetupFile(text, entries));
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        if (bytes.length > MOST_DOCUMENT) {
            return refused(problems, "a document of " + bytes.length + " bytes", "at most " + MOST_DOCUMENT);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.replace("\r\n", "\n"));
        } catch (CharacterCodingException other) {
            return refused(problems, "bytes that are no text", "YAML in UTF-8, or " + EXPECTED);
        }
    }

    private static <T> Optional<T> refused(Problems problems, String found, String expected) {
        problems.add(new Problem("the file", found, expected, ""));
        return Optional.empty();
    }
}
