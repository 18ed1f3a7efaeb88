package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine keeps in English is read in the reader's language, and no sentence of it is forgotten. */
class TroublesTest {
    /** Where the engine says why something was not sent, taken or connected. */
    private static final Pattern SAID = Pattern.compile(
            "(?:Attempt\\.\\w+|Form\\.None|Form\\.NotYet|Pass\\.Lost|Ended\\.Failed|Forbidden|Nothing)\\(\\s*\"([^\"]{6,})\"");

    /** What is thrown at programmers, and how text is taken apart: no problem of a rule. */
    private static final Pattern UNSAID = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|throw new [^;]*;|Pattern\\.compile\\([^;]*;|\\.(?:matches|replace\\w*|split)\\([^;]*?\\)",
            Pattern.DOTALL);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    private final Words german = Words.of(Language.of("de").orElseThrow());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given up after 40 tries: score: answered 503 | nach 40 Versuchen aufgegeben: Bewertung: Antwort 503",
                "the learner is not enrolled in course 7 | die lernende Person ist in Kurs 7 nicht eingeschrieben",
                "answered 410: it wants to be told no more | Antwort 410: Es will nichts mehr erfahren",
                "connect My Pack again: answered 401: \"invalid_token\" | verbinden Sie My Pack neu: Antwort 401: \"invalid_token\"",
                "the address is not https | die Adresse ist nicht https",
                "badge.yaml:4:3: found the key \"atleast\"; did you mean \"atLeast\"?, expected one of a (S2) | badge.yaml:4:3: gefunden: der Schlüssel „atleast“; meinten Sie „atLeast“?, erwartet: eines von a (S2)",
                "found expired at 2026-01-01T00:00:00Z; expected not expired (SEC §5.1.3.7) | gefunden: abgelaufen um 2026-01-01T00:00:00Z; erwartet: nicht abgelaufen (SEC §5.1.3.7)",
                "at most 300 characters | höchstens 300 Zeichen",
                "valid: {for: …} beside it: what does not expire is not renewed | valid: {for: …} daneben: Was nicht abläuft, wird nicht erneuert",
                "a contradiction: did on is asked for and forbidden | ein Widerspruch: did on ist verlangt und verboten",
                "something nobody wrote yet: or ever | something nobody wrote yet: or ever"
            })
    void kept_isReadInGerman(String english, String expected) {
        assertThat(german.trouble(english)).isEqualTo(expected);
        assertThat(Words.of(Language.ENGLISH).trouble(english)).isEqualTo(english);
    }

    @Test
    void reasons_ofTheRuleAreTranslated_thoseOfPeopleStayTheirs() {
        assertThat(german.reason("its evidence no longer supports it")).isEqualTo("seine Belege tragen ihn nicht mehr");
        assertThat(german.reason("answered 503")).isEqualTo("answered 503");
        assertThat(german.say(Saying.of("admin.rosters.trouble", "campus", new English("no connection"))))
                .contains("keine Verbindung");
    }

    @Test
    void everySentence_thatTheEngineSays_isInTheCatalog() throws IOException {
        List<String> known = Catalogs.read("").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("trouble."))
                .map(entry -> entry.getValue().replace("''", "'"))
                .toList();
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../bridge/src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(said -> {
                    String text = said.group(1).strip();
                    if (known.stream().noneMatch(sentence -> sentence.contains(text)) && !isJoined(text, known)) {
                        missing.add(file.getFileName() + ": " + text);
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Each text, or each part of one that is put together, stands in a sentence of the catalog. */
    @Test
    void everyProblem_thatTheReaderOfRulesTells_isInTheCatalog() throws IOException {
        List<String> known = Catalogs.read("").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("trouble."))
                .map(entry -> entry.getValue().replace("''", "'"))
                .toList();
        TreeSet<String> missing = new TreeSet<>();
        for (String area : List.of("rule", "document")) {
            try (Stream<Path> files = Files.walk(Path.of("../xapi-mapping/src/main/java/org/laurelbridge/" + area))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String source = UNSAID.matcher(Files.readString(file)).replaceAll(" ");
                    LITERAL.matcher(source)
                            .results()
                            .map(found -> found.group(1).replace("\\\"", "\"").strip())
                            .filter(text -> text.matches(".*[a-zA-Z] .*[a-zA-Z].*"))
                            .filter(text -> known.stream().noneMatch(sentence -> says(sentence, text)))
                            .forEach(text -> missing.add(file.getFileName() + ": " + text));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean says(String sentence, String text) {
        String whole = Stream.of(GAP.split(sentence, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return sentence.contains(text) || (GAP.matcher(sentence).replaceAll("").length() > 8 && text.matches(whole));
    }

    /** "what: why" is found in two parts. */
    private static boolean isJoined(String text, List<String> known) {
        String[] parts = text.split(": ", 2);
        return parts.length == 2
                && Stream.of(parts)
                        .allMatch(part -> known.stream().anyMatch(sentence -> sentence.contains(part.strip())));
    }
}
