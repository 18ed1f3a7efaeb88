package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the audit log can say that was done has its words. */
class DeedsTest {
    private static final Pattern ACTION = Pattern.compile("\"([a-z]{3,}\\.[a-z][a-z-]+)\"");
    private static final Pattern SUBJECT =
            Pattern.compile("Change\\.of\\(\\s*(?:[\\w.()]+ \\? )?\"[a-z.-]+\"(?: : \"[a-z.-]+\")?,\\s*\"([a-z-]+)\"");
    private static final Pattern EVENT = Pattern.compile("new Event\\((?:\\w+ \\? )?\"([a-z]+)\"(?: : \"([a-z]+)\")?");
    private static final Set<String> PLANS_END = Set.of("plan.accepted", "plan.dropped");

    private final Words german = Words.of(Language.GERMAN);

    @Test
    void everyAction_hasItsWords_andNoneIsLeftOver() throws IOException {
        Set<String> deeds = new TreeSet<>(PLANS_END);
        Set<String> subjects = new TreeSet<>();
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("../bridge/src/main/java")), Files.walk(Path.of("src/main/java")))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                if (code.contains("import org.laurelbridge.bridge.audit.Change;") || code.contains("PeopleDeeds.")) {
                    ACTION.matcher(code).results().forEach(found -> deeds.add(found.group(1)));
                    SUBJECT.matcher(code).results().forEach(found -> subjects.add(found.group(1)));
                }
                if (file.getParent().endsWith("award")) {
                    EVENT.matcher(code)
                            .results()
                            .forEach(found -> Stream.of(found.group(1), found.group(2))
                                    .filter(one -> one != null)
                                    .forEach(one -> deeds.add("award." + one)));
                }
            }
        }
        Set<String> keys = Catalogs.read("").keySet();
        Set<String> said = new TreeSet<>();
        keys.stream()
                .filter(key -> key.startsWith("deeds."))
                .forEach(key -> said.add(key.substring("deeds.".length())));

        assertThat(said).isEqualTo(deeds);
        assertThat(subjects).hasSizeGreaterThan(15).allMatch(kind -> keys.contains("admin.audit.kind." + kind));
    }

    @Test
    void deeds_areSaidInTheReadersLanguage_andFoundByIt() {
        assertThat(german.deed("account.disabled")).isEqualTo("Konto gesperrt");
        assertThat(german.deed("something.never-heard-of")).isEqualTo("something never heard of");
        assertThat(german.deeds("GESPERRT")).containsExactly("account.disabled");
        assertThat(german.deeds("nothing like it")).isEmpty();
    }
}
