package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.config.LaurelConfig;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Every command that changes something leaves a row in the audit log, as done by whoever ran it; or says here why not. */
class EveryCommandTest {
    private static final Set<String> READS = Set.of(
            "audit",
            "awards",
            "check",
            "endorsements list",
            "explain",
            "frameworks list",
            "frameworks search",
            "frameworks uses",
            "keys list",
            "people erasures",
            "people merges",
            "platforms list",
            "rules diff",
            "rules export",
            "rules plan",
            "rules plans",
            "rules schema",
            "rules test",
            "rules validate",
            "setup diff",
            "token list",
            "user list");

    private static final Map<String, String> DECLARED = Map.ofEntries(
            Map.entry("bench", "has a database of its own"),
            Map.entry("demo", "has a database of its own"),
            Map.entry("serve", "does what others ask for"),
            Map.entry("replay", "takes statements in: they are their own record"),
            Map.entry("awards approve", "wants an award: as /api/v1/awards/*, award.approved"),
            Map.entry("awards claim", "wants an award: as /api/v1/awards/*"),
            Map.entry("keys import", "wants a file of another place: KeyStore, key.added"),
            Map.entry("keys withdraw", "wants the id of a key: KeyStore, key.withdrawn"),
            Map.entry("people attest", "wants somebody: as /api/v1/attestations/*, attestation.said"),
            Map.entry("people join", "wants somebody: as /api/v1/unknown-actors/*, person.joined"),
            Map.entry("people unjoin", "wants somebody: PeopleStore, person.unjoined"),
            Map.entry("platforms allow", "wants a platform: as /admin/platforms/*, platform.allowed"),
            Map.entry("platforms remove", "wants a platform: LtiPlatformStore, platform.removed"),
            Map.entry("awards decline", "wants an award: as /api/v1/awards/*, award.declined"),
            Map.entry("awards restore", "wants an award: as /api/v1/awards/*, award.restored"),
            Map.entry("awards revoke", "wants an award: as /api/v1/awards/*, award.revoked"),
            Map.entry("endorsements add", "wants a signed one: EndorsementStore, endorsement.added"),
            Map.entry("endorsements remove", "wants a signed one: EndorsementStore, endorsement.removed"),
            Map.entry("rules accept", "wants a plan: RuleDeeds, plan.accepted"),
            Map.entry("rules drop", "wants a plan: as /api/v1/plans/*, plan.dropped"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        write("laurel.yaml", "sources: [{name: file}]\n");
        write("password", "correct horse battery\n");
        write("people.csv", "name,email\nAda,ada@example.org\nBob,bob@example.org\n");
        write("setup.yaml", "setup: 1\nconnections: {app: {key: app}}\n");
        write("ropes.csv", "code,name\nK1,Knots\n");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("m.yaml"), """
                brl: 1
                kind: mapping
                name: campus
                version: 1
                use: [adl@1]
                activities:
                  quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
                """);
        Files.writeString(rules.resolve("q.yaml"), """
                brl: 1
                kind: badge
                id: quiz
                version: 1
                title: Quiz
                when: {completed: quiz}
                """);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int laurel(List<String> words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("--config=" + folder.resolve("laurel.yaml")));
        words.forEach(word -> all.add(word.replace("{folder}", folder.toString())));
        return LaurelCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(new String[0]));
    }

    private <T> T in(Function<Stores, T> work) {
        LaurelConfig config = Objects.requireNonNull(
                ConfigReader.read(folder.resolve("laurel.yaml"), Map.of()).config());
        try (Stores stores = Stores.open(config, InstantSource.system())) {
            return work.apply(stores);
        }
    }

    private List<Audit.Entry> rows() {
        return in(stores -> stores.audit().list(Audit.Filter.ALL, 0, 1_000));
    }

    /** What changes something, with the action that it leaves; each after those that it needs. */
    private static Map<String, List<String>> deeds() {
        Map<String, List<String>> deeds = new LinkedHashMap<>();
        deeds.put("rules apply {folder}/rules", List.of("rules apply", "rules.applied"));
        deeds.put("setup export --to {folder}/out.yaml", List.of("setup export", "setup.exported"));
        deeds.put("setup apply {folder}/setup.yaml", List.of("setup apply", "setup.imported"));
        deeds.put("reevaluate quiz", List.of("reevaluate", "badge.reevaluated"));
        deeds.put("people import {folder}/people.csv", List.of("people import", "person.added"));
        deeds.put("people export ada@example.org -o {folder}/a.zip", List.of("people export", "person.exported"));
        deeds.put("people merge ada@example.org bob@example.org", List.of("people merge", "person.merged"));
        deeds.put("people unmerge 1", List.of("people unmerge", "person.unmerged"));
        deeds.put("people erase bob@example.org --yes", List.of("people erase", "person.erased"));
        deeds.put(
                "frameworks import {folder}/ropes.csv --name Ropes",
                List.of("frameworks import", "framework.imported"));
        deeds.put("keys rotate", List.of("keys rotate", "key.added"));
        deeds.put("keys export {folder}/k --passphrase-file {folder}/password", List.of("keys export", "key.exported"));
        deeds.put("user add ops --role viewer --password-file {folder}/password", List.of("user add", "account.added"));
        deeds.put(
                "user password ops --password-file {folder}/password",
                List.of("user password", "account.password-set"));
        deeds.put("user disable ops", List.of("user disable", "account.disabled"));
        deeds.put("user enable ops", List.of("user enable", "account.enabled"));
        deeds.put("user sign-out ops", List.of("user sign-out", "session.ended-everywhere"));
        deeds.put("platforms invite campus", List.of("platforms invite", "platform.invited"));
        deeds.put("token create robot", List.of("token create", "token.made"));
        deeds.put("token revoke robot", List.of("token revoke", "token.revoked"));
        deeds.put("secrets reseal --old-key-file {folder}/old", List.of("secrets reseal", "secrets.resealed"));
        return deeds;
    }

    private static Set<String> commands(String before, CommandLine line) {
        Set<String> names = new TreeSet<>();
        line.getSubcommands().forEach((name, below) -> {
            if (!name.equals("help")) {
                if (below.getSubcommands().isEmpty()) {
                    names.add(before + name);
                }
                names.addAll(commands(before + name + " ", below));
            }
        });
        return names;
    }

    @Test
    void everyChange_leavesARow_byWhoeverRanIt() throws IOException {
        write(
                "old",
                Base64.getEncoder()
                        .encodeToString("the old secret of this place....".getBytes(StandardCharsets.UTF_8)));
        SoftAssertions all = new SoftAssertions();
        Set<String> known = new TreeSet<>(READS);
        known.addAll(DECLARED.keySet());
        deeds().forEach((words, deed) -> {
            known.add(deed.get(0));
            int before = Files.exists(folder.resolve("data")) ? rows().size() : 0;
            laurel(List.of(words.split(" ")));
            List<Audit.Entry> rows = rows();
            all.assertThat(rows.subList(0, rows.size() - before))
                    .as("%s: %s %s", words, out, err)
                    .anyMatch(row -> row.change().action().equals(deed.get(1))
                            && row.doer().kind() == Doer.Kind.COMMAND_LINE
                            && row.doer().name().equals(System.getProperty("user.name")));
        });
        Set<String> unknown = commands("", LaurelCommand.line());
        unknown.removeAll(known);
        all.assertThat(unknown)
                .as("commands of which nothing says whether they change something")
                .isEmpty();
        all.assertAll();
    }

    @Test
    void audit_tellsRowsInWords_andAsJson_narrowed() {
        laurel(List.of("token", "create", "robot"));
        laurel(List.of("token", "revoke", "robot"));

        assertThat(laurel(List.of("audit", "--action", "token"))).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("token.revoked  token/robot", "(command line)");
        assertThat(laurel(List.of("audit", "--json", "--action", "token.made", "--subject", "token/robot")))
                .isZero();
        assertThat(out.toString().lines()).singleElement().satisfies(line -> {
            var row = new JsonMapper().readTree(line);
            assertThat(row.path("action").asString()).isEqualTo("token.made");
            assertThat(row.path("doerKind").asString()).isEqualTo("command-line");
            assertThat(row.path("after").path("role").asString()).isEqualTo("administrator");
        });
        assertThat(laurel(List.of("audit", "--since", "2999-01-01"))).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(laurel(List.of("audit", "--since", "soon"))).isEqualTo(1);
        assertThat(err.toString()).contains("--since: found soon, expected a day as 2026-03-01");
    }
}
