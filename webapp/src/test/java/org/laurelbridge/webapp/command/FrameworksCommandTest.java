package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FrameworksCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private int code;

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("laurel.yaml"), "rules: rules\nsources: [{name: file}]\n");
        Files.writeString(folder.resolve("rules/mapping.yaml"), """
                brl: 1
                kind: mapping
                name: m
                version: 1
                use: [adl@1]
                unknown: create
                activities: {final: {title: Final exam, match: {id: "https://x.example/final"}}}
                """);
        Files.writeString(folder.resolve("rules/knots.yaml"), """
                brl: 1
                kind: badge
                id: knots
                version: 1
                title: Knots
                when: {completed: final}
                align: [{framework: Ropes, code: K1}]
                """);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String laurel(String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = LaurelCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        code = line.execute(Stream.concat(
                        Stream.of("--config", folder.resolve("laurel.yaml").toString()), Stream.of(words))
                .toArray(String[]::new));
        return out.toString();
    }

    @Test
    void import_thenSearch_thenAnUpdate_saysWhichBadgesPointToRetiredItems() throws IOException {
        laurel("rules", "apply");
        assertThat(laurel("frameworks", "list")).contains("No framework was imported yet.");
        Path first = file("ropes.csv", "code;name;type\nK1;Knots and splices;Skill\nK2;Sails;Skill\n");

        assertThat(laurel("frameworks", "import", first.toString(), "--name", "Ropes", "--version", "1"))
                .contains("Ropes (plain CSV, en): 2 items, 2 added, 0 changed, 0 retired, 0 back again")
                .contains("No badge in force points to a retired or unknown item.");
        assertThat(code).isZero();
        assertThat(laurel("frameworks", "list")).contains("Ropes version 1 (en): 2 items, 0 retired, imported 20");
        assertThat(laurel("frameworks", "search", "ropes", "splice", "knot"))
                .isEqualTo("K1  Knots and splices (Skill)\n");
        assertThat(laurel("frameworks", "search", "ropes", "zebra")).isEmpty();
        assertThat(laurel("frameworks", "uses")).contains("No badge in force");
        assertThat(code).isZero();

        Path second = file("ropes.csv", "code,name,type\nK2,Sails,Skill\n");
        assertThat(laurel("frameworks", "import", second.toString(), "--name", "Ropes"))
                .contains("0 added, 0 changed, 1 retired")
                .contains("badge knots@1: Ropes K1 (Knots and splices) is retired since 20");
        assertThat(code).isZero();
        assertThat(laurel("frameworks", "search", "Ropes", "K1")).contains("K1  Knots and splices (Skill), retired");
        assertThat(laurel("frameworks", "uses")).contains("badge knots@1: Ropes K1");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void import_withMistakes_tellsAllOfThem() throws IOException {
        laurel("frameworks", "import", file("a.csv", "code,name\n,A\nB,\n").toString(), "--name", "Ropes");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "2 problems, so nothing was taken in:",
                        "line 2/code: found nothing",
                        "line 3/name: found nothing");
        assertThat(laurel("frameworks", "list")).contains("No framework");
    }

    @Test
    void wrongWords_areAnswered() throws IOException {
        laurel("frameworks", "import", folder.resolve("none.csv").toString(), "--name", "Ropes");
        assertThat(err.toString()).contains("none.csv is not there.");
        laurel("frameworks", "import", file("a.csv", "code,name\nA,B\n").toString());
        assertThat(err.toString()).contains("the name of the framework: found nothing, expected a name as \"SFIA 9\"");
        laurel("frameworks", "import", "a.csv", "--format", "xls");
        assertThat(err.toString()).contains("--format is \"xls\", expected one of sfia, nice, esco, case, csv");
        laurel("frameworks", "search", "Ropes", "knot");
        assertThat(err.toString()).contains("There is no framework \"Ropes\"");
        assertThat(laurel("frameworks", "import", "--help")).contains("element_identifier", "--language");
    }
}
