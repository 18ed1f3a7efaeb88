package org.laurelbridge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurelbridge.xapi.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads YAML 1.2 text, by its core schema, into documents. Anchors, aliases and tags are refused, since what stands in a
 * document is all that it may mean; so are keys written twice, nesting below 50 levels and more than 2,000,000 characters.
 */
public final class DocumentReader {
    /** The longest text that is read. */
    public static final int MOST_CHARACTERS = 2_000_000;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .yamlSchema(YAMLSchema.CORE)
            .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private DocumentReader() {}

    /**
     * What a text holds.
     *
     * @param documents empty ones are left out; as far as they could be read when there are problems
     */
    public record Documents(List<Node> documents, List<Problem> problems) {
        public Documents {
            documents = List.copyOf(documents);
            problems = List.copyOf(problems);
        }
    }

    /** Reads all documents of a text, divided by {@code ---}. */
    public static Documents read(String file, String text) {
        Problems problems = new Problems();
        List<Node> documents = new ArrayList<>();
        if (text.length() > MOST_CHARACTERS) {
            String expected = "at most " + MOST_CHARACTERS + " characters";
            problems.add(new Place(file, 1, 1, ""), text.length() + " characters", expected);
            return new Documents(documents, problems.list());
        }
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            Tree tree = new Tree(parser, problems);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                TokenStreamLocation start = parser.currentTokenLocation();
                Node document = tree.read(new Place(file, start.getLineNr(), start.getColumnNr(), ""), 0);
                if (!(document instanceof Node.Nothing)) {
                    documents.add(document);
                }
            }
        } catch (JacksonException broken) {
            problems.add(inWords(file, broken));
        }
        return new Documents(documents, problems.list());
    }

    /** Reads a text that should hold one document; empty when it does not, and the problems say why. */
    public static Optional<Node> readOne(String file, String text, Problems problems) {
        Documents all = read(file, text);
        problems.addAll(all.problems());
        if (all.documents().size() == 1) {
            return Optional.of(all.documents().get(0));
        }
        if (all.problems().isEmpty()) {
            String found = all.documents().size() + " documents";
            problems.add(new Place(file, 1, 1, ""), found, "one document");
        }
        return Optional.empty();
    }

    /** Keeps the sentences of the parser, without its drawings of the place. */
    private static Problem inWords(String file, JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        Place place = at == null
                ? new Place(file, 1, 1, "")
                : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), "");
        String sentences = String.valueOf(broken.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
        return new Problem(place.toString(), "text that is no YAML: " + sentences, "YAML 1.2 or JSON", "YAML 1.2");
    }
}
