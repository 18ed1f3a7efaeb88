package org.laurelbridge.bridge.issue.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    @Test
    void sfia_skillsAndTheirLevels() {
        Found found = Found.in(Format.SFIA, Found.sample("sfia.csv"));

        assertThat(found.problems).isEmpty();
        assertThat(found.items.keySet()).containsExactly("KNOT", "KNOT.2", "KNOT.3", "SAIL", "SAIL.5");
        assertThat(found.items.get("KNOT"))
                .isEqualTo(Item.of("KNOT", "Knot tying", "Tying ropes so that they hold.")
                        .at("https://sfia.example/KNOT")
                        .typed("Skill"));
        assertThat(found.items.get("KNOT.3"))
                .isEqualTo(Item.of("KNOT.3", "Knot tying, level 3", "Ties knots, alone.")
                        .at("https://sfia.example/KNOT")
                        .typed("Skill level")
                        .onLevel("Level 3")
                        .below("KNOT"));
    }

    @Test
    void nice_json_elementsByTheirTypes() {
        Found found = Found.in(Format.NICE, Found.sample("nice.json"));

        assertThat(found.problems).isEmpty();
        assertThat(found.version).isEqualTo("2.2.0");
        assertThat(found.items.values())
                .containsExactly(
                        Item.of("OG", "OVERSIGHT", "Leads.").typed("Category"),
                        Item.of("OG-WRL-001", "Bell Ringing", "Responsible for bells.")
                                .typed("Work role")
                                .below("OG"),
                        Item.of("T0161", "Ring the bell on the hour", null).typed("Task"));
    }

    @Test
    void nice_withoutWrapper_andAsTable() {
        String json = "{\"documents\":[],\"elements\":[{\"element_identifier\":\"K1\",\"text\":\"Bells\","
                + "\"element_type\":\"knowledge\"}],\"relationships\":[]}";
        String csv = "element_type\telement_identifier\ttitle\ttext\nknowledge\tK1\t\tBells\n";

        assertThat(Found.in(Format.NICE, json).items.values())
                .containsExactly(Item.of("K1", "Bells", null).typed("Knowledge"));
        assertThat(Found.in(Format.NICE, csv).items).isEqualTo(Found.in(Format.NICE, json).items);
    }

    @Test
    void esco_conceptsByTheirAddresses_withoutObsoleteOnes() {
        Found found = Found.in(Format.ESCO, Found.sample("skills_de.csv"));

        String first = "http://data.europa.eu/esco/skill/0001";
        String second = "http://data.europa.eu/esco/skill/0002";
        assertThat(found.problems).isEmpty();
        assertThat(found.items)
                .isEqualTo(Map.of(
                        first,
                        Item.of(first, "Knoten knüpfen", "Seile so verbinden, dass sie halten.")
                                .at(first)
                                .typed("skill/competence")
                                .calledToo(List.of("Seile verknoten", "Taue verbinden")),
                        second,
                        Item.of(second, "Seemannschaft", "Kenntnis der See.")
                                .at(second)
                                .typed("knowledge")));
        assertThat(EscoReader.language("skills_de.csv")).isEqualTo("de");
        assertThat(EscoReader.language("my skills.csv")).isNull();
    }

    @Test
    void case_itemsWithTheirParents_andEnds() {
        Found found = Found.in(Format.CASE, Found.sample("case.json"));

        assertThat(found.problems).isEmpty();
        assertThat(found.version).isEqualTo("3");
        assertThat(found.items.values())
                .containsExactly(
                        Item.of("R.1", "Knots", "Ties knots that hold under load")
                                .at("https://case.example/i-1")
                                .typed("Standard")
                                .onLevel("09, 10"),
                        Item.of("R.1.1", "Ties a bowline", "The king of knots")
                                .at("https://case.example/i-2")
                                .ending(LocalDate.parse("2026-02-01")),
                        Item.of("i-3", "Ties a bowline in the dark", null));
        assertThat(found.parents).isEqualTo(Map.of("R.1.1", "R.1"));
        assertThat(Found.in(
                                Format.CASE,
                                "{\"CFPackage\":" + new String(Found.sample("case.json"), StandardCharsets.UTF_8) + "}")
                        .items)
                .isEqualTo(found.items);
    }

    @Test
    void plain_semicolons_quotes_mark_andAnyOrder() {
        Found found = Found.in(Format.CSV, Found.sample("plain.csv"));

        assertThat(found.problems).isEmpty();
        assertThat(found.items.values())
                .containsExactly(
                        Item.of("K1", "Knots; and splices", "two \"good\" knots\r\non two lines")
                                .at("https://ropes.example/K1")
                                .typed("Skill")
                                .onLevel("2"),
                        Item.of("K1.1", "Bowline", null).below("K1"));
        assertThat(Found.in(Format.CSV, "code\tname\nA\tx, y; z").items)
                .isEqualTo(Map.of("A", Item.of("A", "x, y; z", null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CSV  | code,name~A,B,C,~,x~D,E                        | line 2: found 4 values, expected 2; line 3/code: found nothing
            CSV  | code,name~A,"two~lines"~~B                     | line 5: found 1 values, expected 2
            CSV  | code,nme~A,B                                   | line 1: found the columns code, nme, expected a column "name"; line 1: found the column "nme"
            CSV  | code,name~A,"x                                 | line 2: found text that is no CSV
            CSV  | code,name~A,"x"y                               | line 2: found text that is no CSV
            CSV  | ''                                             | line 1: found nothing, expected a line with the names of the columns
            SFIA | Code,Skill,Overall description~A,B,C           | expected a column "level 1 description"
            SFIA | Code,Skill,Overall description,Level 1 description~,B,C,D | line 2/Code: found nothing
            NICE | element_identifier,element_type,text~T1,task,  | line 2/text: found neither a title nor a text
            NICE | {"elements":[{"text":"x"},7]}                  | line 1, column 14/element_identifier: found nothing; line 1, column 27/elements: found something else
            NICE | {"documents":[]}                               | found no array "elements", expected an object with one
            NICE | {"elements":[{"element_identifier":"a"         | line 1, column 39: found Unexpected end-of-input: expected close marker for Object, expected JSON
            NICE | {"elements":[]} {}                             | found more after the object
            ESCO | conceptUri,preferredLabel~,x~y,                | line 2/conceptUri: found nothing, expected text; line 3/preferredLabel: found nothing
            CASE | []                                             | found something else, expected a JSON object with "CFItems"
            CASE | {"CFItems":[{"identifier":"i"}]}               | column 13/fullStatement: found nothing, expected text (CASE CFItem)
            CASE | {"CFItems":[{"identifier":"i","fullStatement":"x","statusEndDate":"soon"}]} | /statusEndDate: found "soon", expected a day
            CASE | {"CFItems":[{"identifier":"i","identifier":"j"}]} | Duplicate
            """)
    void whatIsWrong_isSaidWithItsPlace(Format format, String text, String said) {
        String problems = String.join("; ", Found.in(format, text.replace('~', '\n')).problems);

        for (String one : said.split("; ")) {
            assertThat(problems).contains(one);
        }
    }

    @Test
    void notUtf8_isSaid() {
        byte[] latin = "code,name\nA,Größe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Found.in(Format.CSV, latin).problems)
                .singleElement()
                .asString()
                .contains("a byte that is no UTF-8");
    }

    @Test
    void quotationMarkThatNothingCloses_isNotReadToTheEnd() {
        String text = "code,name\nA,\"" + "x".repeat(3_000_000);

        assertThat(Found.in(Format.CSV, text).problems)
                .singleElement()
                .asString()
                .contains("line 2", "a row of more than 1000000 characters");
    }

    @ParameterizedTest
    @CsvSource({"sfia.csv, SFIA", "nice.json, NICE", "skills_de.csv, ESCO", "case.json, CASE", "plain.csv, CSV"})
    void format_isToldFromTheContent(String file, Format format) throws IOException {
        assertThat(Detection.of(stream(Found.sample(file)))).contains(format);
    }

    @ParameterizedTest
    @CsvSource({
        "'', an empty file",
        "'PK\u0003\u0004', an Excel workbook or another zip file",
        "<html>, XML or HTML",
        "'a,b', '\"a,b\"'"
    })
    void format_unknown_isDescribed(String text, String words) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Detection.of(stream(bytes))).isEmpty();
        assertThat(Detection.looksLike(stream(bytes))).isEqualTo(words);
    }

    private static BufferedInputStream stream(byte[] bytes) {
        return new BufferedInputStream(new ByteArrayInputStream(Objects.requireNonNull(bytes)));
    }

    @ParameterizedTest
    @CsvSource({
        "NICE, NICE Framework, true",
        "nice cybersecurity workforce framework, NICE Framework, true",
        "SFIA-9, sfia 9, true",
        "SFIA 8, SFIA 9, false",
        "Framework, framework, true",
        "!!, ?, true"
    })
    void names_ofTheSameFramework_haveOneKey(String one, String other, boolean isSame) {
        assertThat(FrameworkName.key(one).equals(FrameworkName.key(other))).isEqualTo(isSame);
    }
}
