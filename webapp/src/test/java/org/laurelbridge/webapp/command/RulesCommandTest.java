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
import picocli.CommandLine;

/** Rules as files: what they would do is told first, and what touches awards waits. */
class RulesCommandTest {
    private static final String STATEMENT = """
            {"id": "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d000%d", "timestamp": "2026-03-01T10:00:00Z",\
             "actor": {"mbox": "mailto:%s@example.org", "name": "%s"},\
             "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "https://x.example/final"},\
             "result": {"score": {"raw": %d, "max": 100}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void annHasItAndBobHasNot() throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("laurel.yaml"), "rules: rules\nsources: [{name: file}]\n");
        mapping(1, "https://x.example/final");
        badge(1, "80%", "");
        Files.writeString(
                folder.resolve("one.jsonl"),
                STATEMENT.formatted(1, "ann", "Ann", 85) + STATEMENT.formatted(2, "bob", "Bob", 70));
        assertThat(laurel(
                        "replay",
                        "--source",
                        "file",
                        folder.resolve("one.jsonl").toString()))
                .isZero();
        forget();
    }

    @Test
    void diff_showsTheLinesThatDiffer() throws IOException {
        badge(2, "60%", "");
        assertThat(laurel("rules", "diff")).isZero();
        assertThat(out.toString())
                .contains(
                        "unchanged  mapping m@1",
                        "changed    badge final@1 → 2",
                        "    - version: 1",
                        "    + version: 2");
    }

    @Test
    void plan_saysWhoWouldGainAndLose_andChangesNothing() throws IOException {
        badge(2, "60%", "");
        assertThat(laurel("rules", "plan")).isZero();
        assertThat(out.toString())
                .contains(
                        "badge final@2: 2 people have facts that it reads; 2 earn it now, 0 are one condition away; 1 gain")
                .containsPattern("gain  2026-03-01T10:00:00Z  Bob  final@2 ");
        forget();
        mapping(2, "https://x.example/other");
        assertThat(laurel("rules", "plan")).isZero();
        assertThat(out.toString()).containsPattern("loss  .*  Ann  final@1 ");
        assertThat(awards()).isEqualTo(1);
        assertThat(laurel("rules", "plans")).isZero();
        assertThat(out.toString()).contains("There are no plans.");
    }

    @Test
    void plan_ofOneBadge_saysWhoIsOneConditionAway() {
        assertThat(laurel("rules", "plan", "--badge", "final")).isZero();
        assertThat(out.toString())
                .contains("1 earn it now, 1 are one condition away", "has it  2026-03-01T10:00:00Z  Ann")
                .containsPattern("near  Bob  .*70 %, needs 80 %");
        assertThat(laurel("rules", "plan", "--badge", "finall")).isEqualTo(1);
        assertThat(err.toString()).contains("No badge finall is in the folder.");
    }

    @Test
    void apply_ofWhatTouchesAwards_waitsWithItsOwnCodeUntilItIsAccepted() throws IOException {
        badge(2, "60%", "");
        assertThat(laurel("rules", "apply")).isEqualTo(3);
        assertThat(err.toString()).contains("plan 1: 1 gain", "Bob", "laurel rules accept 1");
        assertThat(laurel("rules", "plans")).isZero();
        assertThat(out.toString()).containsPattern("1  .*  open  1 gain, 0 losses, 0 moves");
        assertThat(laurel("rules", "accept", "1")).isZero();
        assertThat(out.toString()).contains("rules changed: badge final@2");
        assertThat(laurel("rules", "accept", "1")).isEqualTo(1);
        assertThat(laurel("rules", "drop", "1")).isEqualTo(1);
        assertThat(laurel("rules", "accept", "9")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no plan 9.").doesNotContain("Exception");
    }

    @Test
    void apply_withConsent_isInForceAtOnce() throws IOException {
        badge(2, "60%", "");
        assertThat(laurel("rules", "apply", "--accept")).isZero();
        assertThat(out.toString()).contains("rules changed: badge final@2");
        assertThat(laurel("rules", "plans")).isZero();
        assertThat(out.toString()).contains("accepted");
    }

    @Test
    void planThatOtherRulesOvertook_isOutdated() throws IOException {
        badge(2, "60%", "");
        assertThat(laurel("rules", "apply")).isEqualTo(3);
        badge(1, "80%", "");
        Files.writeString(
                folder.resolve("rules/new.yaml"),
                "brl: 1\nkind: badge\nid: new\ntitle: New\nversion: 1\nwhen: {completed: final}\n");
        assertThat(laurel("rules", "apply")).isZero();
        assertThat(laurel("rules", "plans")).isZero();
        assertThat(out.toString()).contains("outdated");
        assertThat(laurel("rules", "accept", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("plan anew");
    }

    @Test
    void test_saysForEachBadgeHowManyPassed() throws IOException {
        String passes =
                "  - {given: [{scored: final, raw: 90, max: 100, at: 2026-03-01}], expect: {awarded: 2026-03-01}}\n";
        badge(1, "80%", "tests:\n" + passes);
        assertThat(laurel("rules", "test")).isZero();
        assertThat(out.toString()).contains("final@1: 1 of 1 passed");
        badge(1, "95%", "tests:\n" + passes + passes.replace("90", "99"));
        assertThat(laurel("rules", "test")).isEqualTo(1);
        assertThat(out.toString()).contains("final@1: 1 of 2 passed", "90 %, needs 95 %");
        Files.writeString(folder.resolve("rules/broken.yaml"), "kind: odd\n");
        assertThat(laurel("rules", "test")).isEqualTo(1);
        assertThat(err.toString()).contains("broken.yaml").doesNotContain("needs 95 %");
        forget();
        assertThat(laurel("rules", "validate")).isEqualTo(1);
        assertThat(err.toString().lines().filter(line -> line.contains("needs 95 %")))
                .hasSize(1);
    }

    private long awards() {
        forget();
        laurel("awards", "--json");
        long awards = out.toString().lines().count();
        forget();
        return awards;
    }

    private void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private void mapping(int version, String activity) throws IOException {
        Files.writeString(folder.resolve("rules/mapping.yaml"), """
                brl: 1
                kind: mapping
                name: m
                version: %d
                use: [adl@1]
                unknown: create
                activities: {final: {title: Final exam, match: {id: "%s"}}}
                """.formatted(version, activity));
    }

    private void badge(int version, String atLeast, String more) throws IOException {
        Files.writeString(
                folder.resolve("rules/badge.yaml"),
                "brl: 1\nkind: badge\nid: final\ntitle: Final\nversion: " + version
                        + "\nwhen: {scored: {on: final, atLeast: " + atLeast + "}}\n" + more);
    }

    private int laurel(String... words) {
        CommandLine line = LaurelCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 2];
        all[0] = "--config";
        all[1] = folder.resolve("laurel.yaml").toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return line.execute(all);
    }
}
