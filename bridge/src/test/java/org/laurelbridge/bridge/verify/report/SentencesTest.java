package org.laurelbridge.bridge.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

class SentencesTest {

    @Test
    void everyReasonAndTrouble_hasWordsInEveryLanguage() throws IOException {
        TreeSet<Object> keys = Stream.concat(
                        Stream.of(Reason.values()).map(Reason::key),
                        Stream.of(Trouble.values())
                                .map(t -> "trouble."
                                        + t.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(read("reasons.properties").keySet())).isEqualTo(keys);
        assertThat(new TreeSet<>(read("reasons_de.properties").keySet())).isEqualTo(keys);
        assertThat(new TreeSet<>(read("reasons_es.properties").keySet())).isEqualTo(keys);
    }

    @Test
    void sentence_saysItsArguments() {
        assertThat(Line.of(Reason.LINK_FAILED, Trouble.NOT_PUBLIC).sentence())
                .isEqualTo("The link could not be opened: the name does not lead to a public address.");
        assertThat(Line.of(Reason.VALID_NO_MORE, Instant.parse("2026-03-01T10:02:14Z"))
                        .sentence(Locale.GERMAN))
                .isEqualTo("Der Badge galt bis 2026-03-01 10:02 UTC.");
        assertThat(Line.of(Reason.VALID_NO_MORE, Instant.parse("2026-03-01T10:02:14Z"))
                        .sentence(new Locale("es")))
                .isEqualTo("Fue válida hasta el 2026-03-01 10:02 UTC.");
        assertThat(Line.of(Reason.HOSTED_SAME).sentence(Locale.ITALIAN)).startsWith("The issuer's site");
    }

    @Test
    void sentence_ofWhatAStrangerWrote_isShort() {
        assertThat(Line.of(Reason.PROOF_KIND, "x".repeat(100_000)).sentence()).hasSizeLessThan(300);
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Line.class.getResourceAsStream(file)) {
            properties.load(new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }
}
