package org.laurelbridge.bridge.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents that stand in this repository: examples, presets, the demonstration's, and those in the sources of tests. */
final class KnownDocuments {
    private static final Path ROOT = Path.of("..");
    private static final String BADGE = "brl: 1\nkind: badge\nid: t\nversion: 1\ntitle: T\n";
    private static final String PRESET = "brl: 1\nkind: mapping\nname: preset\nversion: 1\n";
    private static final Pattern BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("\"(when: [^|\\n]*?)(\\s*\\|.*)?\"[,)]*$", Pattern.MULTILINE);

    private KnownDocuments() {}

    static Stream<String> written() {
        return Stream.of(
                        files("config/rules", ".yaml"),
                        files("webapp/src/main/resources", ".yaml"),
                        files("bridge/src/test/resources/org/laurelbridge/bridge/map", ".yaml")
                                .flatMap(text -> Stream.of(text.split("---\\n"))),
                        files("xapi-mapping/src/main/resources", "-1.yaml").map(text -> PRESET + text))
                .flatMap(texts -> texts);
    }

    /** Text blocks that hold a whole document, and rules that stand in one line. */
    static Stream<String> inTests() {
        return Stream.of("xapi-mapping", "bridge", "webapp")
                .flatMap(module -> files(module + "/src/test/java", "Test.java"))
                .flatMap(source -> Stream.concat(blocks(source), rules(source)));
    }

    private static Stream<String> blocks(String source) {
        return BLOCK.matcher(source)
                .results()
                .map(block -> block.group(1).stripIndent())
                .filter(text -> text.startsWith("brl: 1") && !text.contains("%s") && !text.contains("%d"))
                .map(String::translateEscapes);
    }

    private static Stream<String> rules(String source) {
        return RULE.matcher(source)
                .results()
                .map(line -> BADGE + line.group(1).translateEscapes().strip() + "\n");
    }

    private static Stream<String> files(String folder, String end) {
        try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
            List<Path> files =
                    paths.filter(path -> path.toString().endsWith(end)).sorted().toList();
            return files.stream().map(KnownDocuments::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
