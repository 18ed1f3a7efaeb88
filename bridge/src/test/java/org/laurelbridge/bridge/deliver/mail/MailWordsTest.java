package org.laurelbridge.bridge.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.deliver.mail.MailWriter.About;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;
import org.laurelbridge.bridge.issue.Addresses;

/** Mails say the same in every language, in both of their forms, and only those who got one can stop them. */
class MailWordsTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{[0-9]+}");
    private static final URI OFF = URI.create("https://badges.example.edu/mail/off/x");

    /** Key and parameters of every text. */
    private static Map<String, String> shape(String file) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MailWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> shape = new TreeMap<>();
        words.stringPropertyNames().forEach(key -> shape.put(key, parameters(words.getProperty(key))));
        return shape;
    }

    private static String parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail_de.properties", "mail_es.properties"})
    void everyLanguage_hasTheSameTextsWithTheSameParameters(String file) {
        assertThat(shape(file)).isEqualTo(shape("mail.properties"));
    }

    @Test
    void everyLetter_isWrittenInEveryLanguage_andItsFormsSayTheSame() {
        About about = new About(
                "R&D <b>basics</b>",
                "Bob \"the\" learner",
                "1 May 2026",
                URI.create("https://badges.example.edu/my"),
                "A & B");
        for (var language : MailWords.LANGUAGES) {
            for (Letter letter : Letter.values()) {
                MailBook.Reader reader =
                        new MailBook.Reader(UUID.randomUUID(), "<Ada> O'Neil", "ada@example.org", language);
                Mail mail = MailWriter.write("1", letter, MailWords.in(language), reader, about, OFF);

                assertThat(mail.subject()).contains("R&D <b>basics</b>").doesNotContain("{");
                assertThat(mail.text())
                        .contains("<Ada> O'Neil", "R&D <b>basics</b>", "/my", OFF.toString())
                        .doesNotContain("{");
                assertThat(mail.html())
                        .contains("<html lang=\"" + language.toLanguageTag() + "\">", "&lt;Ada&gt; O&#39;Neil")
                        .contains("R&amp;D &lt;b&gt;basics&lt;/b&gt;", "href=\"" + OFF + "\"")
                        .doesNotContain("<Ada>", "<b>", "{0}", "{1}", "{2}");
            }
        }
    }

    @Test
    void anUnknownLanguage_readsEnglish_andAVariantItsLanguage() {
        assertThat(MailWords.in(Locale.forLanguageTag("de-AT")).language().getLanguage())
                .isEqualTo("de");
        assertThat(MailWords.in(Locale.forLanguageTag("ja")).language().getLanguage())
                .isEqualTo("en");
    }

    @Test
    void anAddressThatSomebodyMade_saysNothing() {
        Addresses addresses = new Addresses(URI.create("https://badges.example.edu"));
        OffLinks links = new OffLinks("the secret of this installation".getBytes(StandardCharsets.UTF_8), addresses);
        OffLinks others = new OffLinks("the secret of another one......".getBytes(StandardCharsets.UTF_8), addresses);
        Off off = new Off(UUID.randomUUID(), MailKind.AWARDS);
        String token = links.address(off).getPath().replace("/mail/off/", "");

        assertThat(links.read(token)).contains(off);
        assertThat(others.read(token)).isEmpty();
        assertThat(links.read(token.replace("awards", "reminders"))).isEmpty();
        assertThat(links.read(
                        token.replace(off.holder().toString(), UUID.randomUUID().toString())))
                .isEmpty();
        assertThat(links.read(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(links.read("")).isEmpty();
        assertThat(links.read("awards.x.y")).isEmpty();
    }
}
