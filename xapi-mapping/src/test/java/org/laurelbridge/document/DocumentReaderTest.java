package org.laurelbridge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    @Test
    void read_wordsOfYaml11_areText() {
        Node.Entries map = one("on: yes\nsince: 2026-03-01\nat: 12:30\nn: no\n");
        assertThat(map.byKey().keySet()).containsExactly("on", "since", "at", "n");
        assertThat(map.inOrder()).allMatch(entry -> entry.value() instanceof Node.Text);
    }

    @Test
    void read_json_isTheSame() {
        Node.Entries map = one("{\"on\": \"k8s\", \"n\": 3, \"x\": [true, null, 1.50]}");
        assertThat(map.byKey().get("n").value().shown()).isEqualTo("the number 3");
        Node.Items items = (Node.Items) map.byKey().get("x").value();
        assertThat(items.nodes()).extracting(Node::shown).containsExactly("true", "nothing", "the number 1.50");
    }

    @Test
    void read_everyValue_knowsItsPlace() {
        Node.Entries map = one("a:\n  - b: 1\n    cé: x\n");
        Node.Items items = (Node.Items) map.byKey().get("a").value();
        Node.Entry entry = ((Node.Entries) items.nodes().get(0)).byKey().get("cé");
        assertThat(entry.place()).hasToString("t.yaml:3:5 (a[0].cé)");
        assertThat(entry.value().place()).hasToString("t.yaml:3:9 (a[0].cé)");
    }

    @Test
    void read_severalDocuments_givesAllButTheEmpty() {
        assertThat(read("---\na: 1\n---\n# nothing\n---\nb: 2\n---\n").documents())
                .hasSize(2);
        assertThat(read("# nothing at all\n").documents()).isEmpty();
    }

    @Test
    void readOne_twoDocuments_isAProblem() {
        Problems problems = new Problems();
        assertThat(DocumentReader.readOne("t.yaml", "a: 1\n---\nb: 1", problems))
                .isEmpty();
        assertThat(problems.list()).singleElement().asString().contains("found 2 documents, expected one document");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\nb: 2\\na: 3 | t.yaml:3:1 (a): found the key "a" again (first in line 1)
            a: *x              | found an alias
            a: &x {b: 1}       | t.yaml:1:4 (a): found an anchor
            a: [x, *x]         | found an alias
            *x : 1             | no YAML
            a: !!str 5         | found a tag
            a: [1, 2           | t.yaml:1:
            {"a": 1}x          | t.yaml:1:9
            [a]: 1             | no YAML
            a: 1e31            | a decimal number with an exponent of at most
            a: 1e100000000     | a decimal number with an exponent of at most
            a: .inf            | found the number .inf
            a: 0x1F            | found the number 0x1F
            a: 1e-31           | a decimal number with an exponent of at most
            """)
    void read_whatMayNotBe_isAProblemWithItsPlace(String text, String told) {
        assertThat(read(text.replace("\\n", "\n")).problems())
                .singleElement()
                .asString()
                .contains(told);
    }

    @Test
    void readOne_brokenText_tellsWhatTheParserSays() {
        Problems problems = new Problems();
        assertThat(DocumentReader.readOne("t.yaml", "a: [1, 2", problems)).isEmpty();
        assertThat(problems.list())
                .singleElement()
                .asString()
                .isEqualTo("t.yaml:1:9: found text that is no YAML: while parsing a flow sequence, expected ',' or ']',"
                        + " but got <stream end>, expected YAML 1.2 or JSON (YAML 1.2)");
    }

    @Test
    void read_numbers_upToTheirLimits() {
        assertThat(one("a: 1e30\nb: 1e-30\nc: -.5E+3\n").inOrder())
                .extracting(entry -> entry.value().shown())
                .containsExactly("the number 1e30", "the number 1e-30", "the number -.5E+3");
        assertThat(read("a: " + "1".repeat(61)).problems())
                .singleElement()
                .asString()
                .contains("found the number " + "1".repeat(60) + "…, expected");
    }

    @ParameterizedTest
    @CsvSource({"{a: ,}", "[,]"})
    void read_nesting_upTo50Levels(String opening, String closing) {
        assertThat(read(opening.repeat(50) + "1" + closing.repeat(50)).problems())
                .isEmpty();
        assertThat(read(opening.repeat(51) + "1" + closing.repeat(51)).problems())
                .singleElement()
                .asString()
                .contains("found a value 51 levels deep, expected at most 50 levels");
    }

    @Test
    void read_aliasOfAScalar_isRefused() {
        assertThat(read("a: &x 5\nb: *x\n").problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void read_deepNesting_isAProblemAtOnce(String opening) {
        String text = opening.repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(read(text).problems()).isNotEmpty());
    }

    @Test
    void read_tooMuch_isAProblem() {
        assertThat(read("\n".repeat(2_000_000)).problems()).isEmpty();
        assertThat(read("\n".repeat(2_000_001)).problems())
                .singleElement()
                .asString()
                .contains("expected at most 2000000 characters");
    }

    @Test
    void read_allProblems_atOnce() {
        List<String> told = read("a: 1\na: 2\nb: !x 1\nc: 1e99\n").problems().stream()
                .map(Object::toString)
                .toList();
        assertThat(told).hasSize(3);
    }

    private static DocumentReader.Documents read(String text) {
        return DocumentReader.read("t.yaml", text);
    }

    private static Node.Entries one(String text) {
        DocumentReader.Documents read = read(text);
        assertThat(read.problems()).isEmpty();
        return (Node.Entries) read.documents().get(0);
    }
}
