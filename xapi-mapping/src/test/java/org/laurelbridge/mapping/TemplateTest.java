package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{root}/quiz?attempt={n}&cmid={cm} | https://m.example/moodle/quiz?attempt=2&cmid=4 | {cm=4, n=2, root=https://m.example/moodle}",
                "{root}/quiz?attempt={n}&cmid={cm} | https://m.example/quiz?attempt=2&cmid=4#top    | -",
                "{root}/quiz?attempt={n}           | https://m.example/a?b=/quiz?attempt=2          | -",
                "{root}/x                          | https://x.example/x                            | {root=https://x.example}",
                "{root}/x                          | abc/x                                          | {root=abc}",
                "{root}/x                          | https://a.example/y                            | -",
                "{root}                            | https://a.example/y                            | {root=https://a.example/y}",
                "{root}                            | https://a.example/?y                           | -",
                "{root}                            | https://a.example/#y                           | -",
                "x/{a}                             | x/abc                                          | {a=abc}",
                "x/{a}                             | x/                                             | -",
                "x/{a}                             | y/abc                                          | -",
                "x/{a}                             | x/b/c                                          | -",
                "x/{a}                             | x/b?c                                          | -",
                "x/{a}                             | x/b&c                                          | -",
                "x/{a}                             | x/b#c                                          | -",
                "x/{a}/c                           | x/b/c                                          | {a=b}",
                "x/{a}/c                           | x/b/d/c                                        | -",
                "x/{a}-lab/end                     | x/go-lab/end                                   | {a=go}",
                "x/{a}-lab/end                     | x/-lab/end                                     | -",
                "x/{a}-lab/end                     | x/golab/end                                    | -",
                "x/{a}-lab/end                     | x/go/a-lab/end                                 | -",
                "x                                 | x                                              | {}",
                "x                                 | xy                                             | -"
            })
    void match_takesWhatStandsInTheHoles(String template, String iri, @Nullable String taken) {
        assertThat(Template.parse(template)
                        .orElseThrow()
                        .match(iri)
                        .map(holes -> new TreeMap<>(holes).toString())
                        .orElse(null))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "x{a", "{}", "x/{}", "{a}{b}", "}", "x}", "{a}x}", "x/{root}", "{root}/{root}"})
    void parse_whatIsNoTemplate_isNone(String text) {
        assertThat(Template.parse(text)).isEmpty();
    }

    @Test
    void fill_putsTheValuesIntoTheHoles() {
        Template template = Template.parse("{root}/view?id={n}&x").orElseThrow();
        assertThat(template.names()).containsExactly("root", "n");
        assertThat(template.fill(Map.of("root", "https://m.example", "n", "4")))
                .isEqualTo("https://m.example/view?id=4&x");
    }
}
