package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Scored;

/** The message files of the languages that rules are read in. */
class LanguagesTest {
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    @Test
    void languages_sayAllThatEnglishSays_withTheSameGaps() throws IOException {
        assertThat(gaps("wording_de.properties")).isEqualTo(gaps("wording.properties"));
        assertThat(gaps("wording_es.properties")).isEqualTo(gaps("wording.properties"));
    }

    @Test
    void kinds_areReadInTheLanguage_thoseOfAMappingAsTheyAre() {
        Wording german = new Wording(Locale.GERMAN, ZoneOffset.UTC, label -> label);
        Phrase.Kinds kinds = new Phrase.Kinds(List.of(Kind.COMPLETED, new Kind("soldered")));
        assertThat(german.of(Phrase.of("sort.kinds", kinds, "lab"))).isEqualTo("abgeschlossen/soldered bei lab");
    }

    @Test
    void rule_isReadInSpanish() {
        Wording spanish = new Wording(new Locale("es", "MX"), ZoneOffset.UTC, label -> label);

        assertThat(spanish.sentence(new All(List.of(
                        new Scored("Examen", Percent.of(BigDecimal.valueOf(80)), AttemptPolicy.FIRST),
                        new None(List.of(new Did(new Kind("flagged"), "Examen")))))))
                .isEqualTo("Todo esto: obtener al menos 80 % en Examen (primer intento); "
                        + "(ninguna de estas cosas: flagged en Examen).");
    }

    @Test
    void rule_isReadInGerman() {
        Wording german = new Wording(Locale.GERMAN, ZoneOffset.UTC, label -> label);

        assertThat(german.sentence(new All(List.of(
                        new Scored("Prüfung", Percent.of(BigDecimal.valueOf(80)), AttemptPolicy.FIRST),
                        new None(List.of(new Did(new Kind("flagged"), "Prüfung")))))))
                .isEqualTo("Alles davon: mindestens 80 % bei Prüfung erreichen (erster Versuch); "
                        + "(nichts davon: flagged bei Prüfung).");
    }

    /** What is to be filled in, by key. */
    private static TreeMap<String, TreeSet<String>> gaps(String file) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(text);
        }
        TreeMap<String, TreeSet<String>> gaps = new TreeMap<>();
        messages.stringPropertyNames()
                .forEach(key -> gaps.put(
                        key,
                        new TreeSet<>(GAP.matcher(messages.getProperty(key))
                                .results()
                                .map(found -> found.group())
                                .toList())));
        return gaps;
    }
}
