package org.laurelbridge.bridge.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A ZIP file, written one part after the other. Throws {@link UncheckedIOException} when whoever takes it goes away. */
final class Archive implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();
    private long files;

    /**
     * A list in it.
     *
     * @param title what it is, for people
     * @param rows how many are in it
     */
    record Part(String file, String title, long rows) {}

    Archive(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What is in it until now. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /**
     * A JSON array.
     *
     * @param each calls its argument with every row as JSON
     */
    void array(String name, String title, Consumer<Consumer<String>> each) {
        String file = "data/" + name + ".json";
        long[] rows = new long[1];
        open(file);
        each.accept(row -> write((rows[0]++ == 0 ? "[\n" : ",\n") + row));
        write(rows[0] == 0 ? "[]\n" : "\n]\n");
        closeEntry();
        parts.add(new Part(file, title, rows[0]));
    }

    void text(String file, String text) {
        file(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void file(String file, byte[] content) {
        open(file);
        write(content);
        closeEntry();
        files++;
    }

    /** What it holds, counted. */
    String manifest(Instant made) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("made", made.toString());
        ArrayNode lists = manifest.putArray("lists");
        parts.forEach(part -> lists.addObject()
                .put("file", part.file())
                .put("title", part.title())
                .put("rows", part.rows()));
        manifest.put("otherFiles", files);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    }

    private void open(String file) {
        try {
            zip.putNextEntry(new ZipEntry(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            zip.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void closeEntry() {
        try {
            zip.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the file; what it was written to stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
