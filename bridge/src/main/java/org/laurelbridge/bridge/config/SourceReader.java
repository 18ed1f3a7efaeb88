package org.laurelbridge.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code sources}. */
final class SourceReader {
    private final Problems problems;
    private final Path folder;

    SourceReader(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    List<LaurelConfig.Source> sources(List<Node> nodes) {
        List<LaurelConfig.Source> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Node node : nodes) {
            Part part = new Part(Fields.of(node, problems), problems, folder);
            LaurelConfig.Source source = source(part);
            sources.add(source);
            if (!names.add(source.name())) {
                problems.add(node.place(), "the source \"" + source.name() + "\" a second time", "names that differ");
            }
            if (source.push() != null && !keys.add(source.push().key())) {
                problems.add(node.place(), "a push.key that another source has", "a key for each source");
            }
        }
        return sources;
    }

    private static LaurelConfig.Source source(Part part) {
        part.fields().require("name");
        String name = part.fields().text("name").orElse("?");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            part.tell("name", "letters, digits, dots, dashes and underscores, at most 100");
        }
        boolean pushes = part.fields().node("push").isPresent();
        boolean pulls = part.fields().node("pull").isPresent();
        LaurelConfig.Source source = new LaurelConfig.Source(
                name, pushes ? push(part.below("push")) : null, pulls ? pull(part.below("pull")) : null);
        part.fields().finish();
        return source;
    }

    private static LaurelConfig.Push push(Part part) {
        part.fields().require("key");
        requireSecret(part, "secret");
        Fields fields = part.fields();
        String header =
                fields.word("version-header", words("required", "optional")).orElse("required");
        LaurelConfig.Push push = new LaurelConfig.Push(
                fields.text("key").orElse(""),
                part.secret("secret").orElse(""),
                header.equals("required"),
                fields.truth("hooks").orElse(false));
        fields.finish();
        return push;
    }

    private static LaurelConfig.Pull pull(Part part) {
        part.fields().require("endpoint", "key");
        requireSecret(part, "secret");
        Fields fields = part.fields();
        LaurelConfig.Pull pull = new LaurelConfig.Pull(
                part.uri("endpoint").orElse(URI.create("http://invalid")),
                fields.text("key").orElse(""),
                part.secret("secret").orElse(""),
                fields.word("version", words("1.0.3", "2.0.0")).orElse("1.0.3"),
                fields.span("every").map(Part::duration).orElse(Duration.ofSeconds(5)),
                fields.truth("earned").orElse(false));
        fields.finish();
        return pull;
    }

    static void requireSecret(Part part, String key) {
        Set<String> keys = part.fields().keys();
        if (!keys.contains(key) && !keys.contains(key + "-file")) {
            part.fields().require(key);
        }
    }

    static Map<String, String> words(String... words) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String word : words) {
            known.put(word, word);
        }
        return known;
    }

    static @Nullable String orNull(Fields fields, String key) {
        return fields.text(key).orElse(null);
    }
}
