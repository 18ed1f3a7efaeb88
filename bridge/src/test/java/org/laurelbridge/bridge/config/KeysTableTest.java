package org.laurelbridge.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator reads is what the reader reads. */
class KeysTableTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void readme_hasTheTableOfAllKeys() throws IOException {
        String table = Keys.ALL.stream().map(KeysTableTest::row).collect(Collectors.joining("\n"));
        assertThat(Files.readString(CONFIG.resolve("README.md"))).contains(table);
    }

    @Test
    void example_namesEveryKeyAndIsRight() throws IOException {
        String example = Files.readString(CONFIG.resolve("laurel.yaml"));
        assertThat(Keys.ALL).allSatisfy(key -> {
            String last = key.path().substring(key.path().lastIndexOf('.') + 1);
            assertThat(example).containsPattern("(?m)\\b" + last + "(-file)?:");
        });
        assertThat(ConfigReader.read(CONFIG.resolve("laurel.yaml"), Map.of()).problems())
                .isEmpty();
    }

    private static String row(Key key) {
        String variable = key.path().endsWith("places") ? "in the file alone" : "`" + key.environment("NAME") + "`";
        String file = key.sort() == Key.Sort.SECRET ? " (or `…-file`, `…_FILE`)" : "";
        return "| `" + key.path() + "`" + file + " | " + variable + " | "
                + (key.byDefault().isEmpty() ? "must be given" : key.byDefault()) + " | " + key.meaning() + " |";
    }
}
