package org.laurelbridge.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.xapi.Problem;

/** Reads mapping documents ({@code brl: 1, kind: mapping}). Everything that is wrong with one is told at once. */
public final class MappingReader {
    private static final List<String> PRESETS =
            List.of("adl@1", "cmi5@1", "scorm@1", "h5p@1", "moodle-logstore@1", "openedx@1");

    private final Problems problems;

    private MappingReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * What became of a document.
     *
     * @param mapping there exactly when there are no problems
     */
    public record Answer(Optional<Mapping> mapping, List<Problem> problems) {}

    /** Reads a text that holds one mapping document. */
    public static Answer read(String file, String text) {
        Problems problems = new Problems();
        Optional<Node> document = DocumentReader.readOne(file, text, problems);
        return document.map(node -> read(node, text)).orElseGet(() -> new Answer(Optional.empty(), problems.list()));
    }

    /**
     * Reads a document that was taken apart already, as to see its kind.
     *
     * @param text the document as written
     */
    public static Answer read(Node document, String text) {
        Problems problems = new Problems();
        Mapping mapping = new MappingReader(problems).mapping(document, text);
        return new Answer(problems.isEmpty() ? Optional.of(mapping) : Optional.empty(), problems.list());
    }

    private Mapping mapping(Node document, String text) {
        Fields fields = Fields.of(document, problems);
        MappingDraft draft = new MappingDraft();
        fields.require("brl", "kind", "name", "version");
        fields.whole("brl", 1, 1);
        fields.word("kind", List.of("mapping"));
        draft.name = fields.text("name").orElse("?");
        draft.version = fields.whole("version", 1, Integer.MAX_VALUE).orElse(1L).intValue();
        for (Node use : fields.list("use")) {
            preset(use, draft);
        }
        MappingSections sections = new MappingSections(problems, draft);
        sections.read(fields);
        sections.readActivities(fields);
        fields.finish();
        return new Mapping(draft.finish(text));
    }

    private void preset(Node use, MappingDraft draft) {
        Optional<String> name = new Values(problems).word(use, PRESETS);
        if (name.isEmpty()) {
            return;
        }
        String file = name.get().replace('@', '-') + ".yaml";
        Problems own = new Problems();
        Node preset = DocumentReader.readOne(file, resource(file), own)
                .orElseThrow(() -> new IllegalStateException(String.valueOf(own.list())));
        Fields fields = Fields.of(preset, own);
        new MappingSections(own, draft).read(fields);
        fields.finish();
        if (!own.isEmpty()) {
            throw new IllegalStateException("the preset " + file + " is broken: " + own.list());
        }
    }

    private static String resource(String name) {
        try (InputStream stream = MappingReader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
