package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:02:11Z, 2026-03-01T10:02:11Z",
        "2026-03-01T10:02:11z, 2026-03-01T10:02:11Z",
        "2026-03-01t10:02:11Z, 2026-03-01T10:02:11Z",
        "2026-03-01T10:02:11.5, 2026-03-01T10:02:11.5Z",
        "2026-03-01T10:02:11-05:05, 2026-03-01T15:07:11Z",
        "2026-03-01T10:02:11+23:59, 2026-02-28T10:03:11Z",
        "2026-03-01T10:02Z, 2026-03-01T10:02:00Z",
        "2026-03-01T10:02:11, 2026-03-01T10:02:11Z",
        "2026-03-01T10:02:11.5+01:00, 2026-03-01T09:02:11.5Z",
        "2026-03-01T10:02:11.123456789-0530, 2026-03-01T15:32:11.123456789Z",
        "2026-03-01T10:02:11.1234567899Z, 2026-03-01T10:02:11.123456789Z",
        "2026-03-01T10:02:11+01, 2026-03-01T09:02:11Z",
        "20260301T100211Z, 2026-03-01T10:02:11Z",
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2024-02-29T00:00:00+00:00, 2024-02-29T00:00:00Z"
    })
    void timestamp_valid_isThatInstant(String text, Instant expected) {
        assertThat(Timestamp.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-03-01",
                "2026-03-01 10:02:11Z",
                "2026-03-01T10",
                "2026-03-01T10:02:11-00:00",
                "2026-03-01T10:02:11-0000",
                "2026-03-01T10:02:11-00",
                "2026-02-29T10:02:11Z",
                "2026-13-01T10:02:11Z",
                "2026-03-01T25:02:11Z",
                "2026-03-01T10:60:11Z",
                "2026-03-01T10:02:61Z",
                "2026-03-01T10:02:11.Z",
                "2026-03-01T10:02:11+24:00",
                "2026-03-01T10:02:11+01:60",
                "2026-03-01T10:02:11+1",
                "2026-03-01T10:02:11+01:0",
                "2026-03-01T10:02:1",
                "2026-03-01T24:00:01Z",
                "2026-03-01T24:01:01Z",
                "2026-03-01T24:00:00.1Z",
                "2026-03-01T10:02:11Zx",
                "01/011/2015",
                "+2026-03-01T10:02:11Z"
            })
    void timestamp_invalid_isNull(String text) {
        assertThat(Timestamp.parse(text)).isNull();
    }

    @Test
    void timestamp_ofMoreThan60Characters_isNull() {
        assertThat(Timestamp.parse("2026-03-01T10:02:11." + "5".repeat(39) + "Z"))
                .isNotNull();
        assertThat(Timestamp.parse("2026-03-01T10:02:11." + "5".repeat(40) + "Z"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:02:11Z, true",
        "2026-03-01T10:02:11+01:00, true",
        "2026-03-01T10:02:11-0500, true",
        "2026-03-01T10:02:11, false",
        "20260301T100211, false"
    })
    void hasZone_readsTheEnd(String text, boolean expected) {
        assertThat(Timestamp.hasZone(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT4H35M59.14S",
                "PT16559.14S",
                "P3Y1M29DT4H35M59.14S",
                "P3Y",
                "P4W",
                "P0.5W",
                "P3Y1M",
                "PT0S",
                "P1DT12H",
                "PT0,5H",
                "P1.5Y"
            })
    void duration_valid(String text) {
        assertThat(IsoDuration.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1",
                "1H",
                "PA1H0M0S",
                "P1W1D",
                "P1DT",
                "PT1.5H3M",
                "P1.5DT1H",
                "P1M1Y",
                "-PT1S",
                "PT1S1S",
                "pt1s",
                "P0003-06-04T12:30:05",
                "PT.5S",
                "PT5.S",
                "W",
                "PW",
                "P1.5.5Y",
                "P1D2W",
                "P12",
                "PTS",
                "P1YD",
                "P1T1H"
            })
    void duration_invalid(String text) {
        assertThat(IsoDuration.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1.239S, PT1.23S",
        "PT1.20S, PT1.2S",
        "PT1.2S, PT1.2S",
        "PT1.00S, PT1S",
        "PT1.001S, PT1S",
        "PT1S, PT1S",
        "PT60S, PT60S",
        "PT1.239H, PT1.239H",
        "P4W, P4W"
    })
    void durationCut_leavesTwoDecimalsOfSeconds(String text, String expected) {
        assertThat(IsoDuration.cut(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de",
                "cmn",
                "de-DE",
                "zh-Hant",
                "sr-Latn-RS",
                "es-419",
                "zh-cmn-Hans-CN",
                "sl-rozaj-biske",
                "de-CH-1996",
                "en-a-bbb-x-private",
                "x-klingon",
                "i-klingon",
                "en-GB-oed",
                "EN-us",
                "en-p-aaa-0-bbb",
                "en-x-a",
                "abcde-DE",
                "zh-abc-def-ghi",
                "EN-GB-OED"
            })
    void languageTag_wellFormed(String tag) {
        assertThat(LanguageTag.isWellFormed(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "e1",
                "en_US",
                "en-",
                "-en",
                "a12345678",
                "zh-z-aaa-z-bbb-c-ccc",
                "en-x",
                "en-a",
                "und-abcdefghi",
                "en--US",
                "en US",
                "i-unknown",
                "en-US-GB",
                "de-12a",
                "sl-roza_",
                "zh-abc-def-ghi-jkl",
                "en-A-bbb-a-ccc"
            })
    void languageTag_malformed(String tag) {
        assertThat(LanguageTag.isWellFormed(tag)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
                    http://example.org/a?b=c#d GOOD
                    urn:uuid:1 GOOD
                    act:wrapper_test1 GOOD
                    http://example.org/ü GOOD
                    http://example.org/%7Ea GOOD
                    http://adlnet.gov/xapi/verbs/passed(to_go_beyond) GOOD
                    http://example.org/%00%aF GOOD
                    http://example.org/\uD83D\uDE00/x GOOD
                    a:b GOOD
                    a+b-c.1:d GOOD
                    http://example.org/a#b#c ODD
                    http://example.org/< ODD
                    http://example.org/\u007F ODD
                    http://example.org/\u00A0 ODD
                    http://example.org/\uD83D ODD
                    http://example.org/\uD83Dx ODD
                    http://example.org/\uDE00x ODD
                    http://example.org/% ODD
                    http://example.org/%4 ODD
                    http://example.org/%\u0661\u0661 ODD
                    http://example.org/%zz ODD
                    http://example.org/{id} ODD
                    http://example.org/a|b ODD
                    ab=c://should.fail.com NONE
                    1http://example.org NONE
                    //example.org NONE
                    :a NONE
                    http: NONE
                    """)
    void iri_isJudged(String text, Iri.Quality expected) {
        assertThat(Iri.judge(text)).isEqualTo(expected);
    }

    @Test
    void iri_withASpace_isOdd() {
        assertThat(Iri.judge("http://example.org/a b")).isEqualTo(Iri.Quality.ODD);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, true",
        "application/vnd.ms-excel, true",
        "text/plain; charset=utf-8, true",
        "text/!x, true",
        "text/, false",
        "/plain, false",
        "te xt/plain, false",
        "text/pl(ain, false",
        "text, false"
    })
    void mediaType_isJudged(String text, boolean expected) {
        assertThat(Formats.isMediaType(text)).isEqualTo(expected);
    }

    @Test
    void sha2_isHexadecimalOfOneOfFourLengths() {
        assertThat(List.of(56, 64, 96, 128))
                .allMatch(length -> Formats.isSha2("aF9".repeat(50).substring(0, length)));
        assertThat(Formats.isSha2("a".repeat(63))).isFalse();
        assertThat(Formats.isSha2("a".repeat(63) + "g")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a@b.c, true",
        "a+b@b-c.example, true",
        "a@[127.0.0.1], true",
        "a@, false",
        "@b, false",
        "a@b@c, false",
        "a@b..c, false",
        "a@.b, false",
        "a@b c, false",
        "a b@c, false",
        "a<@b.c, false",
        "a\u007F@b.c, false",
        "\"a b\"@c.d, true",
        "\"\"@c.d, false",
        "a@b\u007F, false",
        "a@b\u00fc.example, true",
        "a@[127.0.0.1, false"
    })
    void mail_isJudged(String address, boolean expected) {
        assertThat(Formats.isMail(address)).isEqualTo(expected);
    }
}
