package org.laurelbridge.bridge.moving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** Writes what is set up as a file, always in the same way: YAML; a ZIP of it and of the pictures where any was brought. */
public final class SetupWriter {
    /** The name of the document, also within a ZIP. */
    public static final String DOCUMENT = "laurel-setup.yaml";

    static final String BROUGHT = "brought";
    private static final String HEAD = """
            # What is set up in a Laurel, to be brought to another one: no secrets, and nobody's data.
            # A part that is not here stays there as it is; of a part that is here, all is here.
            setup: 1
            """;
    // ZIP's own beginning: a file of the same content is the same file
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SetupWriter() {}

    /** Whether pictures were brought, which stand in files of their own. */
    public static boolean isZip(Setup setup) {
        return setup.pictures() != null
                && setup.pictures().values().stream().anyMatch(Source.Uploaded.class::isInstance);
    }

    /** What the file is called. */
    public static String fileName(Setup setup) {
        return isZip(setup) ? "laurel-setup.zip" : DOCUMENT;
    }

    /**
     * The file.
     *
     * @throws TooLarge when it could not be read again
     */
    public static byte[] write(Setup setup) {
        String text = document(setup);
        if (text.length() > DocumentReader.MOST_CHARACTERS) {
            throw new TooLarge(text.length(), DocumentReader.MOST_CHARACTERS, "characters");
        }
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        byte[] file = isZip(setup) ? zipped(setup, document) : document;
        if (file.length > Moving.MOST_BYTES) {
            throw new TooLarge(file.length, Moving.MOST_BYTES, "bytes");
        }
        return file;
    }

    /** More is set up than one file can hold. */
    public static final class TooLarge extends RuntimeException {
        TooLarge(int found, int most, String of) {
            super("all of it would be a file of " + found + " " + of + ", and at most " + most
                    + " can be brought in again: take its parts one by one");
        }
    }

    static String document(Setup setup) {
        StringBuilder text = new StringBuilder(HEAD);
        if (setup.rules() != null) {
            text.append(setup.rules().isEmpty() ? "rules: {}\n" : "rules:\n");
            setup.rules().forEach(rule -> rule(text, rule));
        }
        Map<String, Node> parts = new LinkedHashMap<>();
        if (setup.pictures() != null) {
            Map<String, Node> pictures = new LinkedHashMap<>();
            setup.pictures().forEach((badge, source) -> pictures.put(badge, picture(source)));
            parts.put("pictures", Nodes.map(pictures));
        }
        if (setup.connections() != null) {
            Map<String, Node> connections = new LinkedHashMap<>();
            setup.connections().forEach((name, connection) -> connections.put(name, connection(connection)));
            parts.put("connections", Nodes.map(connections));
        }
        return text.append(DocumentWriter.write(Nodes.map(parts))).toString();
    }

    private static void rule(StringBuilder text, RuleText rule) {
        text.append("  ").append(DocumentWriter.line(Nodes.text(rule.file()))).append(": ");
        if (!isBlock(rule.text())) {
            text.append(DocumentWriter.line(Nodes.text(rule.text()))).append('\n');
            return;
        }
        text.append(rule.text().endsWith("\n") ? "|\n" : "|-\n");
        rule.text()
                .lines()
                .forEach(line ->
                        text.append(line.isEmpty() ? "" : "    ").append(line).append('\n'));
    }

    // else it could not be read back letter by letter
    private static boolean isBlock(String text) {
        return text.matches("(?s)[!-~].*\\S\n?") && text.codePoints().allMatch(SetupWriter::isPlain);
    }

    private static boolean isPlain(int letter) {
        return letter == '\n'
                || (letter >= ' ' && letter <= '~')
                || (letter >= 0xA0 && Character.isLetterOrDigit(letter));
    }

    static Node picture(Source source) {
        return source instanceof Source.Designed designed
                ? Nodes.read(designed.json()).orElseThrow()
                : Nodes.text(BROUGHT);
    }

    static Node.Entries connection(Setup.Connection connection) {
        Map<String, Node> values = new LinkedHashMap<>();
        values.put("key", Nodes.text(connection.key()));
        KeptSource.Pulled pulled = connection.pulled();
        if (pulled != null) {
            values.put("endpoint", Nodes.text(pulled.endpoint().toString()));
            values.put("version", Nodes.text(pulled.version().header()));
            values.put("every", Nodes.text(pulled.every().toSeconds() + "s"));
            if (pulled.earned()) {
                values.put("earned", Nodes.truth(true));
            }
        }
        return Nodes.map(values);
    }

    private static byte[] zipped(Setup setup, byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, DOCUMENT, document);
            for (Map.Entry<String, Source> picture :
                    Objects.requireNonNull(setup.pictures()).entrySet()) {
                if (picture.getValue() instanceof Source.Uploaded uploaded) {
                    put(zip, file(picture.getKey()), uploaded.png().bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Where the picture of a badge stands in a ZIP. */
    static String file(String badge) {
        return "pictures/" + badge + ".png";
    }
}
