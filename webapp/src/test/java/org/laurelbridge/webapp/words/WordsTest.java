package org.laurelbridge.webapp.words;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant AT = Instant.parse("2026-03-01T14:05:00Z");
    private static final Words ENGLISH = Words.of(Language.ENGLISH);
    private static final Words GERMAN = Words.of(Language.GERMAN);
    private static final Words SPANISH = Words.of(Language.SPANISH);

    @Test
    void days_areWrittenAsReadersWriteThem() {
        assertThat(ENGLISH.day(AT)).isEqualTo("1 March 2026");
        assertThat(GERMAN.day(AT)).isEqualTo("1. März 2026");
        assertThat(SPANISH.day(AT)).isEqualTo("1 de marzo de 2026");
        assertThat(Words.of(Language.ENGLISH, "en-US", "").day(AT)).isEqualTo("March 1, 2026");
        assertThat(GERMAN.minute(AT)).isEqualTo("1. März 2026, 14:05 UTC");
        assertThat(GERMAN.brief(AT)).isEqualTo("01.03.2026, 14:05 UTC");
        assertThat(ENGLISH.minute(AT)).isEqualTo("1 March 2026, 14:05 UTC");
        assertThat(ENGLISH.brief(AT)).isEqualTo("1 Mar 2026, 14:05 UTC");
        assertThat(SPANISH.briefDay(AT)).isEqualTo("1 mar 2026");
    }

    @Test
    void numbers_andLengths() {
        assertThat(ENGLISH.number(7_950)).isEqualTo("7,950");
        assertThat(GERMAN.number(7_950)).isEqualTo("7.950");
        assertThat(ENGLISH.length(Duration.ofDays(5))).isEqualTo("5 days");
        assertThat(GERMAN.from(AT, AT.plus(Duration.ofDays(5)))).isEqualTo("vor 5 Tagen");
        assertThat(GERMAN.length(Duration.ofDays(5))).isEqualTo("5 Tage");
        assertThat(SPANISH.from(AT, AT.minusSeconds(60))).isEqualTo("dentro de 60 s");
        assertThat(ENGLISH.say("admin.step.map.waits", 1L)).isEqualTo("1 batch waits");
        assertThat(SPANISH.say("admin.step.map.waits", 1_200L)).endsWith("lotes esperan");
    }

    @Test
    void rich_escapesAllButTheMarkupOfTemplates() {
        Content link = output -> output.writeContent("<a href=\"/\">x</a>");

        assertThat(written(ENGLISH.rich("my.apps.unused", "<b>evil\uE001</b>", link)))
                .isEqualTo("Says that it is of &lt;b&gt;evil&lt;/b&gt;. Allowed <a href=\"/\">x</a>, never used.");
    }

    private static String written(Content content) {
        StringOutput out = new StringOutput();
        OwaspHtmlTemplateOutput html = new OwaspHtmlTemplateOutput(out);
        html.setContext("p", null);
        content.writeTo(html);
        return out.toString();
    }
}
