package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reports of erasures are told in words: of every table with rows of people it is known what people call them. */
class GoneTest {
    private static final Path STORE = Path.of("../bridge/src/main/java/org/laurelbridge/bridge/store");
    private static final Pattern TABLE = Pattern.compile("new PersonalTable\\(\\s*\"(\\w+)\"");
    private static final Pattern TRACE = Pattern.compile("remove\\(\"(\\w+)\", \"");
    private static final Pattern SAID = Pattern.compile("report\\s*\\.(?:erased|blanked)\\(\\s*\"([a-z ]+)\"");

    @Test
    void everyKindOfAReport_hasAName() throws IOException {
        Set<String> kinds = new TreeSet<>();
        TABLE.matcher(code("PersonalTables")).results().forEach(one -> kinds.add(words(one.group(1))));
        TRACE.matcher(code("ErasingTraces")).results().forEach(one -> kinds.add(words(one.group(1))));
        for (String name : Set.of("ErasingAudit", "ErasingTexts", "ErasingStatements", "ErasingAwards", "Subjects")) {
            SAID.matcher(code(name)).results().forEach(one -> kinds.add(one.group(1)));
        }

        assertThat(kinds).hasSizeGreaterThan(45).allMatch(Gone::isKnown);
    }

    private static String words(String table) {
        return table.replace('_', ' ');
    }

    private static String code(String name) throws IOException {
        return Files.readString(STORE.resolve(name + ".java"));
    }
}
