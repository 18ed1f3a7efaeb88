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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.rule.RuleSchema;
import picocli.CommandLine;

/** What a user types, on a real embedded database. */
class CommandLineTest {
    private static final String FINAL = """
            {"id": "%s", "timestamp": "2026-03-01T10:00:00Z", "actor": {"mbox": "mailto:%s@example.org"},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "https://x.example/final"},
             "result": {"score": {"raw": %d, "max": 100}}}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
        rule("80%", 1);
    }

    @Test
    void demo_once_showsEveryBadgeExpectedIssuedAndDelivered() {
        assertThat(laurel("demo", "--once")).isZero();
        assertThat(out.toString())
                .contains("Ann Archer", "k8s-fundamentals", "1 voided, 1 parked")
                .containsPattern("cmi5: Chris passed +8 +7 +6 +3 +3 +3\\R")
                .doesNotContain("\r1", "Missing");
    }

    @Test
    void replay_awardsWhoReachedItAndASecondTimeChangesNothing() throws IOException {
        Path file = folder.resolve("statements.jsonl");
        Files.writeString(file, line(1, "ann", 80) + line(2, "bob", 79) + line(3, "eve", 95) + "{\"broken\n");
        assertThat(laurel("replay", "--source", "file", file.toString())).isZero();
        assertThat(out.toString())
                .contains("3 added, 0 known, 1 quarantined")
                .contains("quarantined: line 4, column 9: found broken JSON", "Awards: 2 valid");
        String first = awards();
        assertThat(first.lines())
                .hasSize(2)
                .anyMatch(one -> one.contains("ann@example.org"))
                .noneMatch(one -> one.contains("bob@"));
        assertThat(laurel("replay", "--source", "file", file.toString())).isZero();
        assertThat(out.toString()).contains("0 added, 3 known, 1 quarantined");
        assertThat(awards()).isEqualTo(first);
    }

    @Test
    void reevaluate_decidesEverybodyAgainAndNamesWhatIsNotInForce() throws IOException {
        assertThat(laurel("reevaluate")).isEqualTo(1);
        assertThat(err.toString()).contains("No badge is in force.");
        Path file = folder.resolve("statements.jsonl");
        Files.writeString(file, line(1, "ann", 80) + line(2, "bob", 79));
        laurel("replay", "--source", "file", file.toString());
        assertThat(laurel("reevaluate", "final")).isZero();
        assertThat(out.toString()).contains("2 decisions for 2 people by 2 facts in ");
        assertThat(laurel("reevaluate", "finale")).isEqualTo(1);
        assertThat(err.toString()).contains("Not in force: finale. In force are: final.");
    }

    @Test
    void bench_ofAHistory_setsItBesideAPlainScan() {
        assertThat(laurel("bench", "--history", "--learners", "20")).isZero();
        assertThat(out.toString())
                .containsPattern("plain sequential scan +2000 .* 1\\.00\\R")
                .containsPattern("re-evaluated again +1980 ");
    }

    @Test
    void explain_saysWhatIsMissing() throws IOException {
        Path file = folder.resolve("statements.json");
        Files.writeString(file, "[" + line(1, "bob", 79) + "]");
        laurel("replay", "--source", "file", file.toString());
        out.getBuffer().setLength(0);
        assertThat(laurel("explain", "bob@example.org", "final")).isZero();
        assertThat(out.toString()).contains("79 %, needs 80 %");
        assertThat(laurel("explain", "--language", "de-AT", "bob@example.org", "final"))
                .isZero();
        assertThat(out.toString()).contains("79 %, nötig sind 80 %");
    }

    @Test
    void rules_validateTellsEveryMistakeWithItsPlace() throws IOException {
        rule("eighty", 0);
        assertThat(laurel("rules", "validate")).isEqualTo(1);
        assertThat(err.toString()).contains("badge.yaml:5:10 (version)", "when.scored.atLeast");
    }

    @Test
    void rules_validateTellsATargetThatTheConfigurationHasNot() throws IOException {
        Files.writeString(
                folder.resolve("rules/badge.yaml"),
                "brl: 1\nkind: badge\nid: final\ntitle: Final\nversion: 1\nwhen: {completed: final}\ndeliver: [{to: onw}]\n");
        assertThat(laurel("rules", "validate")).isEqualTo(1);
        assertThat(err.toString()).contains("badge final (deliver)", "\"onw\"", "did you mean \"own\"?");
        assertThat(laurel("check")).isEqualTo(1);
        assertThat(laurel("rules", "apply")).isZero();
        assertThat(err.toString()).contains("Deliveries will be stuck");
    }

    @Test
    void rules_ofNoFolder_orOfAnEmptyOne_areToldSo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(laurel("rules", "validate", empty.toString())).isEqualTo(1);
        assertThat(laurel("rules", "validate", folder.resolve("nope").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("No rules are in " + empty, "There is no folder");
    }

    @Test
    void replay_ofAFileThatIsNotThere_doesNothing() {
        assertThat(laurel("replay", "--source", "file", "nope.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no readable file nope.jsonl.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void awards_whenThereAreNone_saysSo() {
        assertThat(laurel("awards")).isZero();
        assertThat(out.toString()).contains("Nobody has a badge yet.");
        assertThat(awards()).isEmpty();
    }

    @Test
    void rules_exportGivesTheDocumentsBackByteForByte() throws IOException {
        assertThat(laurel("rules", "apply")).isZero();
        assertThat(laurel("rules", "export", "--to", folder.resolve("out").toString()))
                .isZero();
        assertThat(folder.resolve("out/badge-final.yaml")).hasSameTextualContentAs(folder.resolve("rules/badge.yaml"));
    }

    @Test
    void rules_schemaPrintsWhatEditorsNeed() {
        assertThat(laurel("rules", "schema")).isZero();
        assertThat(out.toString()).isEqualTo(RuleSchema.text()).contains("\"$id\": \"" + RuleSchema.ID + "\"");
    }

    @Test
    void people_importTellsWhatIsWrongAndTakesTheRest() throws IOException {
        Path csv = folder.resolve("people.csv");
        Files.writeString(csv, "name,email\nAnn,ann@example.org\nBob,nothing\n");
        assertThat(laurel("people", "import", csv.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("1 person taken in");
        assertThat(err.toString()).contains("line 3/email");
    }

    @Test
    void people_mergedOnTheCommandLine_andUndone() throws IOException {
        Path csv = folder.resolve("people.csv");
        Files.writeString(csv, "name,email\nAnn,ann@example.org\nAnn,ann@home.example\n");
        laurel("people", "import", csv.toString());
        assertThat(laurel("people", "merges")).isZero();
        assertThat(out.toString()).contains("Nobody was merged yet.");

        assertThat(laurel("people", "merge", "ann@example.org", "ann@home.example", "--why", "moved"))
                .isZero();
        assertThat(laurel("people", "merge", "ann@example.org", "ann@home.example"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Not done: a person cannot be merged into themselves.");
        assertThat(laurel("people", "merge", "ann@example.org", "eve@example.org"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Nobody is known as eve@example.org.");
        assertThat(laurel("people", "unmerge", "1")).isZero();
        assertThat(laurel("people", "unmerge", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("undone already");
        assertThat(laurel("people", "unmerge", "7")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no such merge");
        assertThat(laurel("people", "merges")).isZero();
        assertThat(out.toString()).containsPattern("merge 1: .* into .*, undone .*: moved");
    }

    @Test
    void token_isShownOnceAndCanBeRevoked() {
        assertThat(laurel("token", "create", "ci")).isZero();
        assertThat(out.toString()).startsWith("laurel_");
        assertThat(laurel("token", "revoke", "ci")).isZero();
        assertThat(laurel("token", "revoke", "ci")).isEqualTo(1);
    }

    @Test
    void bench_printsOursBesideThePlainInsertOfTheSameRun() {
        assertThat(laurel("bench", "--seconds", "1")).isZero();
        assertThat(out.toString()).contains("plain JDBC/s", "ratio", "from the answer to the award");
    }

    @Test
    void people_attest_takesInAllOrNothing() throws IOException {
        assertThat(laurel("rules", "apply")).isZero();
        people("name,email\nAnn,ann@example.org\n");
        Path csv = folder.resolve("said.csv");
        Files.writeString(csv, """
                person,topic,subject,value,detail,by,from,until
                ann@example.org,member,blue,,,,2026-01-01T00:00:00Z,
                bob@example.org,membre,,,,,,
                ann@example.org,evidence,final,url,ftp://x.example,,,soon
                """);
        assertThat(laurel("people", "attest", csv.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("5 problems, so nothing was taken in")
                .contains("line 3/person", "line 3/topic", "line 3/subject", "line 4/detail", "line 4/until");

        Files.writeString(csv, """
                person,topic,subject,value,detail,by,from
                ann@example.org,member,blue,,,,2026-01-01T00:00:00Z
                ANN@example.org,evidence,final,url,https://x.example/work,,2026-01-02T00:00:00Z
                """);
        for (int i = 0; i < 2; i++) {
            assertThat(laurel("people", "attest", csv.toString())).isZero();
        }
        assertThat(out.toString()).contains("2 attestations taken in");
    }

    @Test
    void people_attest_tellsAColumnThatIsNotKnown() throws IOException {
        Path csv = folder.resolve("said.csv");
        Files.writeString(csv, "person,topik\nann@example.org,member\n");
        assertThat(laurel("people", "attest", csv.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("1 problem,", "line 1: found the column \"topik\"");
    }

    @Test
    void awards_areDecidedByTheirIds() throws IOException {
        Files.writeString(
                folder.resolve("rules/badge.yaml"),
                "brl: 1\nkind: badge\nid: final\ntitle: Final\nversion: 1\nwhen: {completed: final}\naward: approve\n");
        Path file = folder.resolve("statements.jsonl");
        Files.writeString(file, line(1, "ann", 80));
        laurel("replay", "--source", "file", file.toString());
        String line = awards();
        assertThat(line).contains("\"proposed\"", "\"address\":null");
        String id = line.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");

        assertThat(laurel("awards", "claim", id)).isEqualTo(1);
        assertThat(err.toString()).contains("It is proposed, so this cannot be decided.");
        assertThat(laurel("awards", "approve", id, " ")).isEqualTo(1);
        assertThat(laurel("awards", "approve", id, "seen on paper")).isZero();
        laurel("replay", "--source", "file", file.toString());
        assertThat(awards()).contains("\"valid\"", "/awards/" + id);
        assertThat(laurel("awards", "restore", id, "no doubt")).isEqualTo(1);
        assertThat(laurel("awards", "revoke", id, "copied")).isZero();
        assertThat(awards()).contains("\"revoked\"");
        assertThat(laurel("awards", "decline", id, "late")).isEqualTo(1);
        assertThat(laurel("awards", "revoke", "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0001", "x"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no award 0d5a9b5e");
        assertThat(laurel("awards", "revoke", "final", "x")).isEqualTo(2);
    }

    private void people(String csv) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, csv);
        assertThat(laurel("people", "import", file.toString())).isZero();
    }

    @Test
    void check_saysThatAllIsRight() {
        assertThat(laurel("check")).isZero();
        assertThat(out.toString())
                .contains("configuration  right", "(trial", "rules          right, 1 badge")
                .contains("warning: issuer.email is not set, so no Open Badges 2.0 are issued");
    }

    @Test
    void check_tellsWhatIsWrongWithTheFilesOfTls() throws IOException {
        Files.writeString(
                folder.resolve("laurel.yaml"),
                "public-url: https://badges.example.org\nhttp: {tls: {certificate: chain.pem, key: key.pem}}\n");
        Files.writeString(folder.resolve("key.pem"), "nothing");
        assertThat(laurel("check")).isEqualTo(1);
        assertThat(err.toString())
                .contains("tls            not right", "chain.pem: found no such file", "key.pem: found no private key");
    }

    @Test
    void tls_needsBothFilesAndAPublicAddressOfHttps() throws IOException {
        Files.writeString(folder.resolve("laurel.yaml"), "http: {tls: {certificate: chain.pem}}\n");
        assertThat(laurel("check")).isEqualTo(1);
        assertThat(err.toString()).contains("no \"key\"", "a public-url with https:");
    }

    @Test
    void check_tellsEveryProblemOfTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("laurel.yaml"), "rulez: rules\nhttp: {port: x}\n");
        assertThat(laurel("check")).isEqualTo(1);
        assertThat(err.toString())
                .contains("did you mean \"rules\"?", "http.port")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "serve", "check", "replay", "awards", "rules", "explain", "people", "token", "bench"})
    void help_isThereForEveryCommand(String command) {
        assertThat(laurel(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: laurel " + command);
    }

    private String awards() {
        out.getBuffer().setLength(0);
        laurel("awards", "--json");
        return out.toString();
    }

    private static String line(int id, String who, int raw) {
        return FINAL.formatted("0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d000" + id, who, raw)
                        .replace("\n", "") + "\n";
    }

    private void rule(String atLeast, int version) throws IOException {
        Files.writeString(
                folder.resolve("rules/badge.yaml"),
                "brl: 1\nkind: badge\nid: final\ntitle: Final\nversion: " + version
                        + "\nwhen: {scored: {on: final, atLeast: " + atLeast + "}}\n");
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
