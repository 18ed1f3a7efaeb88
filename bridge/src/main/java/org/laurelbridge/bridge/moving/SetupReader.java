package org.laurelbridge.bridge.moving;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.DesignRead;
import org.laurelbridge.bridge.issue.picture.PictureDesignJson;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.issue.picture.UploadedPicture;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Place;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Values;
import org.laurelbridge.xapi.Problem;
import org.laurelbridge.xapi.XapiVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file that {@link SetupWriter} wrote, or that somebody changed since. All that is wrong with it is told at once. */
final class SetupReader {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_KEY = 255;
    private static final long MOST_SECONDS = 86_400;

    private final Problems problems;
    private final SetupFile file;
    private final PictureDesignJson designs;
    private final List<String> lines;
    private final Map<String, Integer> starts = new HashMap<>();

    /** @param designs reads designs */
    SetupReader(SetupFile file, PictureDesignJson designs, Problems problems) {
        this.file = file;
        this.designs = designs;
        this.problems = problems;
        this.lines = file.document().lines().toList();
    }

    /** What the file says, as far as it could be read. */
    Setup read() {
        Optional<Node> node = DocumentReader.readOne(SetupWriter.DOCUMENT, file.document(), problems);
        if (node.isEmpty()) {
            return new Setup(null, null, null);
        }
        Fields fields = Fields.of(node.get(), problems).require("setup");
        fields.whole("setup", 1, 1);
        Setup setup = new Setup(
                part(fields, "rules", this::rules),
                part(fields, "pictures", this::pictures),
                part(fields, "connections", this::connections));
        fields.finish();
        if (problems.isEmpty() && setup.isEmpty()) {
            problems.add(node.get(), "at least one of rules, pictures and connections");
        }
        return setup;
    }

    private static <T> @Nullable T part(Fields fields, String name, Function<List<Node.Entry>, T> read) {
        return fields.node(name).isPresent() ? read.apply(fields.entries(name)) : null;
    }

    /** Where the text of each rule begins: the line before its first; only of those that stand there line by line. */
    Map<String, Integer> starts() {
        return starts;
    }

    private List<RuleText> rules(List<Node.Entry> entries) {
        List<RuleText> rules = new ArrayList<>();
        for (Node.Entry entry : entries) {
            new Values(problems).text(entry.value()).ifPresent(text -> {
                rules.add(new RuleText(entry.key(), text));
                int line = entry.value().place().line();
                if (line <= lines.size() && lines.get(line - 1).matches(".*\\|[-+0-9]*\\s*")) {
                    starts.put(entry.key(), line);
                }
            });
        }
        return rules;
    }

    private Map<String, Source> pictures(List<Node.Entry> entries) {
        Map<String, Source> pictures = new TreeMap<>();
        for (Node.Entry entry : entries) {
            if (entry.key().length() > LONGEST_ID) {
                problems.add(
                        entry.place(), "an id of " + entry.key().length() + " characters", "at most " + LONGEST_ID);
            } else if (!entry.key().matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
                problems.add(entry.place(), "\"" + entry.key() + "\"", "the id of a badge");
            } else if (entry.value() instanceof Node.Entries) {
                design(entry).ifPresent(source -> pictures.put(entry.key(), source));
            } else if (entry.value() instanceof Node.Text text && text.value().equals(SetupWriter.BROUGHT)) {
                brought(entry).ifPresent(source -> pictures.put(entry.key(), source));
            } else {
                problems.add(entry.value(), "a design, or " + SetupWriter.BROUGHT + ", which stands for a file beside");
            }
        }
        return pictures;
    }

    private Optional<Source> design(Node.Entry entry) {
        DesignRead read = designs.read(json(entry.value()));
        if (read instanceof DesignRead.Bad bad) {
            bad.problems().forEach(problem -> tell(entry, problem));
            return Optional.empty();
        }
        return Optional.of(new Source.Designed(designs.write(((DesignRead.Good) read).design())));
    }

    private Optional<Source> brought(Node.Entry entry) {
        byte[] picture = file.pictures().get(SetupWriter.file(entry.key()));
        if (picture == null) {
            problems.add(entry.place(), "no " + SetupWriter.file(entry.key()) + " in the ZIP", "that file");
            return Optional.empty();
        }
        UploadedPicture drawn = UploadedPicture.ofKept(picture);
        if (drawn instanceof UploadedPicture.Refused refused) {
            tell(entry, refused.problem());
            return Optional.empty();
        }
        return Optional.of(new Source.Uploaded(((UploadedPicture.Accepted) drawn).png()));
    }

    private void tell(Node.Entry entry, Problem problem) {
        Place place = entry.place();
        problems.add(place, problem.found() + " at " + problem.place(), problem.expected());
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Entries map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.inOrder().forEach(entry -> object.set(entry.key(), json(entry.value())));
            return object;
        }
        if (node instanceof Node.Items list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.nodes().forEach(one -> array.add(json(one)));
            return array;
        }
        return node instanceof Node.Nothing
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.stringNode(written(node));
    }

    private static String written(Node node) {
        if (node instanceof Node.Decimal number) {
            return number.written();
        }
        return node instanceof Node.Text text ? text.value() : node.shown();
    }

    private Map<String, Setup.Connection> connections(List<Node.Entry> entries) {
        Map<String, Setup.Connection> connections = new TreeMap<>();
        for (Node.Entry entry : entries) {
            if (!entry.key().matches(NAME)) {
                problems.add(
                        entry.place(),
                        "the name \"" + entry.key() + "\"",
                        "letters, digits, dots, dashes and underscores");
            }
            connections.put(entry.key(), connection(Fields.of(entry.value(), problems)));
        }
        return connections;
    }

    private Setup.Connection connection(Fields fields) {
        fields.require("key");
        String key = fields.text("key").orElse("");
        if (key.length() > LONGEST_KEY || key.contains(":")) {
            problems.add(fields.place(), "this key", "at most " + LONGEST_KEY + " characters, and no colon");
        }
        Optional<URI> endpoint = fields.text("endpoint").flatMap(text -> endpoint(fields, text));
        String version = fields.word("version", List.of("1.0.3", "2.0.0")).orElse("1.0.3");
        Duration every = fields.span("every")
                .map(span -> span.unit().getDuration().multipliedBy(span.amount()))
                .orElse(Duration.ofSeconds(5));
        if (every.toSeconds() < 1 || every.toSeconds() > MOST_SECONDS) {
            problems.add(fields.place(), "every " + every.toSeconds() + "s", "1s to " + MOST_SECONDS + "s");
        }
        boolean earned = fields.truth("earned").orElse(false);
        fields.finish();
        XapiVersion spoken = version.startsWith("2") ? XapiVersion.V2_0 : XapiVersion.V1_0;
        return new Setup.Connection(
                key,
                endpoint.map(uri -> new KeptSource.Pulled(uri, spoken, every, earned))
                        .orElse(null));
    }

    private Optional<URI> endpoint(Fields fields, String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isPlain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (isHttp && isPlain && uri.getHost() != null && text.length() <= 2_000) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException notOne) {
            // told below
        }
        problems.add(fields.place(), "this endpoint", "an address that begins with https://");
        return Optional.empty();
    }
}
