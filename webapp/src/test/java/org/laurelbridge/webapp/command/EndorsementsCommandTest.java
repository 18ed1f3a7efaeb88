package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.issue.ob3.Endorsed;
import picocli.CommandLine;

class EndorsementsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/mapping.yaml"), """
                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1],
                 activities: {quiz: {match: {id: "https://x.example/quiz"}}}}
                """);
        Files.writeString(folder.resolve("rules/quiz.yaml"), """
                {brl: 1, kind: badge, id: quiz, version: 1, title: Quiz, when: {passed: quiz}}
                """);
        Files.writeString(
                folder.resolve("laurel.yaml"),
                "public-url: https://badges.example.org\nrules: rules\nsources: [{name: file}]\n");
        laurel("rules", "apply");
    }

    @Test
    void add_thenRemove() throws IOException {
        Path file = folder.resolve("endorsement.json");
        Files.writeString(file, Endorsed.one("https://badges.example.org/badges/quiz/1"));

        assertThat(laurel("endorsements", "add", "quiz@1", file.toString())).contains("added");
        String listed = laurel("endorsements", "list", "quiz@1");
        assertThat(listed).contains("It is good.");
        String id = listed.replaceAll("(?s).*\"id\":\"(urn:uuid:[0-9a-f-]+)\".*", "$1");
        assertThat(laurel("endorsements", "remove", "quiz@1", id)).contains("removed");
        assertThat(laurel("endorsements", "list", "quiz@1")).isEmpty();
    }

    @Test
    void add_aboutSomethingElse_saysWhatIsWrong() throws IOException {
        Path file = folder.resolve("endorsement.json");
        Files.writeString(file, Endorsed.one("https://badges.example.org/badges/other/1"));

        laurel("endorsements", "add", "quiz@1", file.toString());
        assertThat(err.toString()).contains("It was not added", "badges/other/1");
        laurel("endorsements", "add", "quiz@7", file.toString());
        assertThat(err.toString()).contains("There is no badge quiz@7");
        laurel("endorsements", "list", "issuer");
    }

    private String laurel(String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = LaurelCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 2];
        all[0] = "--config";
        all[1] = folder.resolve("laurel.yaml").toString();
        System.arraycopy(words, 0, all, 2, words.length);
        line.execute(all);
        return out.toString();
    }
}
