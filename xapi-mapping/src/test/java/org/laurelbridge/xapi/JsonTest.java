package org.laurelbridge.xapi;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Json.Parsed;

class JsonTest {
    private final Json json = new Json();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `` | line 1, column 1 (byte 0)
                    {"a":1 | line 1
                    {"a":1,"a":2} | line 1, column 12 (byte 11): found the key "a" twice
                    {"a":1} {} | line 1, column 9 (byte 8): found more after the first value
                    {"a":1e100000000} | line 1, column 6 (byte 5): found 1e100000000
                    {"a":1E-31} | line 1, column 6 (byte 5): found 1E-31
                    {"a":tru} | line 1
                    {'a':1} | line 1
                    {"a":NaN} | line 1
                    {"a":01} | line 1
                    [1,] | line 1
                    """)
    void read_refused_saysWhere(String text, String expected) {
        assertThat(problem(text.getBytes(UTF_8)).toString()).startsWith(expected);
    }

    @Test
    void read_brokenOnThirdLine_saysLineAndColumn() {
        assertThat(problem("{\n \"a\": 1,\n \"b\": x}".getBytes(UTF_8)).place()).startsWith("line 3, column ");
    }

    @Test
    void read_broken_saysWhatTheParserSays_inOneShortLine() {
        assertThat(problem("{\"a\":1".getBytes(UTF_8)).found())
                .isEqualTo("broken JSON: Unexpected end-of-input: expected close marker for Object");
        assertThat(problem("x".repeat(1_000).getBytes(UTF_8)).found())
                .hasSizeLessThan(180)
                .endsWith("…");
    }

    @Test
    void read_nestedOver100_isRefused() {
        assertThat(json.read("[".repeat(100) + "]".repeat(100))).isInstanceOf(Parsed.Value.class);
        assertThat(problem(("[".repeat(101) + "]".repeat(101)).getBytes(UTF_8)).found())
                .isEqualTo("nesting over 100");
        assertThat(json.read("{\"a\":".repeat(100) + "1" + "}".repeat(100))).isInstanceOf(Parsed.Value.class);
        assertThat(problem(("{\"a\":".repeat(101) + "1" + "}".repeat(101)).getBytes(UTF_8))
                        .found())
                .isEqualTo("nesting over 100");
        assertThat(problem("[".repeat(1_000_000).getBytes(UTF_8)).found()).isEqualTo("nesting over 100");
    }

    @Test
    void read_longNumbers_areRefused() {
        assertThat(json.read("9".repeat(100))).isInstanceOf(Parsed.Value.class);
        assertThat(problem("9".repeat(101).getBytes(UTF_8)).found()).isEqualTo("a number of 101 characters");
        assertThat(problem(("1." + "9".repeat(100_000)).getBytes(UTF_8)).expected())
                .isNotEmpty();
    }

    @Test
    void read_longString_isRefused() {
        Json bounded = new Json(1_000);

        assertThat(bounded.read('"' + "x".repeat(1_000) + '"')).isInstanceOf(Parsed.Value.class);
        assertThat(bounded.read('"' + "x".repeat(1_001) + '"')).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void read_decimal_isExact() {
        assertThat(Sample.json("0.1000000000000000055511151231257827").decimalValue())
                .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
        assertThat(Sample.json("1e30").decimalValue()).isEqualByComparingTo(BigDecimal.TEN.pow(30));
    }

    @ParameterizedTest
    @CsvSource({"C0AF, 1", "EDA080, 2", "F5808080, 1", "E28222, 3", "80, 1", "FF, 1", "F0808080, 2"})
    void read_invalidUtf8_saysTheByte(String hex, int column) {
        byte[] inside = HexFormat.of().parseHex(hex);
        byte[] text = new byte[inside.length + 6];
        byte[] start = "{\n\"".getBytes(UTF_8);
        System.arraycopy(start, 0, text, 0, 3);
        System.arraycopy(inside, 0, text, 3, inside.length);
        System.arraycopy("\":1".getBytes(UTF_8), 0, text, 3 + inside.length, 3);

        assertThat(problem(text).place()).isEqualTo("line 2, column " + (column + 1) + " (byte " + (column + 2) + ")");
        assertThat(problem(text).expected()).isEqualTo("UTF-8");
    }

    @Test
    void read_utf16_isRefused() {
        assertThat(json.read("{}".getBytes(UTF_16LE))).isInstanceOf(Parsed.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,{\"a\":2},[3]]", "1\n{\"a\":2}\n[3]\n", " 1 {\"a\":2} [3]"})
    void elements_ofArrayOrLines_comeOneByOne(String text) {
        assertThat(all(text).stream()
                        .map(element -> ((Parsed.Value) element).node().toString())
                        .toList()
                        .toString())
                .isEqualTo("[1, {\"a\":2}, [3]]");
    }

    @Test
    void elements_afterOneThatMayNotBeRead_goOn() {
        List<Parsed> elements = all("[{\"a\":{\"b\":1e99,\"c\":[1]}},{\"a\":1,\"a\":2},1e99,4]");

        assertThat(elements).hasSize(4);
        assertThat(elements.subList(0, 3)).allMatch(Parsed.Broken.class::isInstance);
        assertThat(elements.get(3)).isEqualTo(new Parsed.Value(Sample.json("4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2", "[1,2,}", "[1,2] 3", "[1,2,\"\u0001\"]"})
    void elements_ofBrokenText_endWithProblem(String text) {
        List<Parsed> elements = all(text);

        assertThat(elements).hasSize(3);
        assertThat(elements.get(2)).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void elements_ofInvalidUtf8_endWithItsPlace() {
        byte[] text = "[1,\"xx\"]".getBytes(UTF_8);
        text[5] = (byte) 0xC3;
        List<Parsed> elements = new ArrayList<>();
        json.elements(new ByteArrayInputStream(text)).forEachRemaining(elements::add);

        assertThat(elements).hasSize(2);
        assertThat(((Parsed.Broken) elements.get(1)).problem().toString())
                .contains("byte 6")
                .contains("UTF-8");
    }

    @Test
    void elements_behindWhichIsNoUtf8_endWithThat() {
        byte[] text = "1\n2\nx".getBytes(UTF_8);
        text[4] = (byte) 0xFF;
        List<Parsed> elements = new ArrayList<>();
        json.elements(new ByteArrayInputStream(text)).forEachRemaining(elements::add);

        assertThat(elements).hasSize(3);
        assertThat(((Parsed.Broken) elements.get(2)).problem().toString())
                .startsWith("line 3, column 1, byte 4: found a byte that is no UTF-8");
    }

    @Test
    void elements_behindTheArray_areTold() {
        assertThat(((Parsed.Broken) all("[1,2] 3").get(2)).problem().toString())
                .startsWith("line 1, column 8: found more after the array, expected the end");
    }

    @Test
    void write_readAgain_isTheSame() {
        assertThat(Sample.json(json.write(Sample.full()))).isEqualTo(Sample.full());
        assertThat(json.bytes(Sample.json("{\"ü\":1.50}"))).isEqualTo("{\"ü\":1.50}".getBytes(UTF_8));
    }

    private List<Parsed> all(String text) {
        List<Parsed> elements = new ArrayList<>();
        json.elements(new ByteArrayInputStream(text.getBytes(UTF_8))).forEachRemaining(elements::add);
        return elements;
    }

    private Problem problem(byte[] text) {
        return ((Parsed.Broken) json.read(text)).problem();
    }
}
