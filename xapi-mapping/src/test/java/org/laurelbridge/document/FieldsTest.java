package org.laurelbridge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Problems problems = new Problems();

    @Test
    void fields_rightValues_areRead() {
        Fields fields = fields("""
                title: Quiz
                n: 3
                max: 12.50
                atLeast: 80 %
                open: true
                settle: 48h
                gain: 0
                since: 2026-03-01
                then: warn
                order: [a, b]
                """);
        assertThat(fields.text("title")).contains("Quiz");
        assertThat(fields.whole("n", 1, 5)).contains(3L);
        assertThat(fields.decimal("max")).contains(new BigDecimal("12.50"));
        assertThat(fields.percent("atLeast")).contains(new BigDecimal("80"));
        assertThat(fields.truth("open")).contains(true);
        assertThat(fields.span("settle"))
                .hasValueSatisfying(span -> assertThat(span).hasToString("48h"));
        assertThat(fields.span("gain")).contains(Span.ZERO);
        assertThat(fields.date("since")).contains(LocalDate.of(2026, 3, 1));
        assertThat(fields.word("then", List.of("warn", "reject"))).contains("warn");
        assertThat(fields.texts("order")).containsExactly("a", "b");
        fields.finish();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void fields_wrongValues_tellWhatWasFoundAndExpected() {
        Fields fields = fields(
                "title: 5\nn: 9\natLeast: 80\nopen: yes\nsettle: 5q\nsince: 2026-02-30\nthen: warm\nlist: x\nempty:\n");
        fields.text("title");
        fields.whole("n", 1, 5);
        fields.percent("atLeast");
        fields.truth("open");
        fields.span("settle");
        fields.date("since");
        fields.word("then", List.of("warn", "reject"));
        fields.list("list");
        fields.text("empty");
        assertThat(told())
                .containsExactly(
                        "t.yaml:1:8 (title): found the number 5, expected text, in quotes",
                        "t.yaml:2:4 (n): found the number 9, expected a whole number from 1 to 5",
                        "t.yaml:3:10 (atLeast): found the number 80, expected a percent, as 80%",
                        "t.yaml:4:7 (open): found the text \"yes\", expected true or false",
                        "t.yaml:5:9 (settle): found the text \"5q\", expected a length of time, as 2m, 48h, 90d or 1y",
                        "t.yaml:6:8 (since): found the text \"2026-02-30\", expected a date, as 2026-03-01",
                        "t.yaml:7:7 (then): found the text \"warm\", expected one of warn, reject; did you mean \"warn\"?",
                        "t.yaml:8:7 (list): found the text \"x\", expected a list",
                        "t.yaml:9:7 (empty): found nothing, expected text");
    }

    @Test
    void fields_otherSorts_tellWhatWasFoundAndExpected() {
        Fields fields = fields("title: [a]\nsince: 5\nthen: 5\nsome: x\nlong: " + "x".repeat(61) + "\n");
        fields.text("title");
        fields.date("since");
        fields.word("then", List.of("warn", "reject"));
        fields.entries("some");
        fields.truth("long");
        assertThat(told())
                .containsExactly(
                        "t.yaml:1:8 (title): found a list, expected text",
                        "t.yaml:2:8 (since): found the number 5, expected a date, as 2026-03-01",
                        "t.yaml:3:7 (then): found the number 5, expected one of warn, reject",
                        "t.yaml:4:7 (some): found the text \"x\", expected a map",
                        "t.yaml:5:7 (long): found the text \"" + "x".repeat(60) + "…\", expected true or false");
    }

    @Test
    void fields_keyWithNothingAfterIt_countsAsAbsent() {
        assertThat(fields("trust:\n").fields("trust")).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void finish_unknownKey_suggestsTheNearest() {
        Fields fields = fields("atleast: 80%\nzzz: 1\n");
        fields.percent("atLeast");
        fields.text("on");
        fields.finish();
        assertThat(told())
                .containsExactly(
                        "t.yaml:1:1 (atleast): found the key \"atleast\", expected one of atLeast, on; did you mean \"atLeast\"?",
                        "t.yaml:2:1 (zzz): found the key \"zzz\", expected one of atLeast, on");
    }

    @Test
    void require_missingKeys_areAllTold() {
        fields("a: 1").require("id", "a", "when");
        assertThat(told())
                .containsExactly(
                        "t.yaml:1:1: found no \"id\", expected \"id\" here",
                        "t.yaml:1:1: found no \"when\", expected \"when\" here");
    }

    @Test
    void of_noMap_isOneProblem() {
        Fields.of(node("[1]"), problems).require("a", "b").finish();
        assertThat(told()).containsExactly("t.yaml:1:1: found a list, expected a map");
    }

    @Test
    void single_moreKeys_isAProblem() {
        assertThat(new Values(problems).single(node("passed: quiz")))
                .hasValueSatisfying(entry -> assertThat(entry.key()).isEqualTo("passed"));
        assertThat(new Values(problems).single(node("a: 1\nb: 2"))).isEmpty();
        assertThat(told()).containsExactly("t.yaml:1:1: found a map with a, b, expected a map with one key");
    }

    @ParameterizedTest
    @CsvSource({
        "30s,2024-02-29T00:00:30Z",
        "1d,2024-03-01T00:00Z",
        "1y,2025-02-28T00:00Z",
        "2w,2024-03-14T00:00Z",
        "1mo,2024-03-29T00:00Z"
    })
    void span_countsByTheCalendar(String written, String after) {
        ZonedDateTime leapDay = ZonedDateTime.of(2024, 2, 29, 0, 0, 0, 0, ZoneOffset.UTC);
        assertThat(Span.parse(written).orElseThrow().after(leapDay)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "0d,0d", "999999h,999999h", "' 7 d ',7d"})
    void span_fromNothingTo999999(String written, String read) {
        assertThat(Span.parse(written).orElseThrow()).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource({
        "atlaest,atLeast", // neighbours swapped
        "lab-11,lab-1",
        "lba-1,lab-1",
        "everHold,everHeld",
        "ab,"
    })
    void nearest_isTheWordThatWasMeant(String written, String meant) {
        assertThat(Words.nearest(written, List.of("atLeast", "lab-1", "lab-22", "everHeld", "wxyz")))
                .isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "5", "-1d", "1.5h", "1d2h", "1000000d", "1M", "٣d"})
    void span_anythingElse_isNone(String written) {
        assertThat(Span.parse(written)).isEmpty();
    }

    private List<String> told() {
        return problems.list().stream().map(Object::toString).toList();
    }

    private Fields fields(String yaml) {
        return Fields.of(node(yaml), problems);
    }

    private Node node(String yaml) {
        return DocumentReader.readOne("t.yaml", yaml, problems).orElseThrow();
    }
}
