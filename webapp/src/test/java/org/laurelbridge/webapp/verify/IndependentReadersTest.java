package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.verify.report.Verdict.GENUINE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.issue.bake.Baked;
import org.laurelbridge.bridge.issue.bake.PngBaker;
import org.laurelbridge.bridge.issue.bake.SvgBaker;
import org.laurelbridge.bridge.issue.bake.Unbaked;
import org.laurelbridge.bridge.issue.bake.Unbaker;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.FrameworkImport;
import org.laurelbridge.bridge.issue.ob3.Endorsed;
import org.laurelbridge.bridge.issue.ob3.Endorsing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.webapp.verify.Strangers.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Every form of a badge, through every event of its life, read by software that others wrote. */
class IndependentReadersTest {
    private static final String ADA = "ada@example.org";

    @TempDir
    private Path folder;

    /** A form: its file, how readers open it, and its version. */
    private record Form(String file, String opened, int version) {}

    private static final List<Form> FORMS = List.of(
            new Form("ob3.json", "json", 3),
            new Form("ob3.jwt", "text", 3),
            new Form("badge.png", "png", 3),
            new Form("badge.svg", "svg", 3),
            new Form("ob2.json", "json", 2),
            new Form("ob2.jws", "text", 2),
            new Form("ob2.png", "png", 2),
            new Form("ob2.svg", "svg", 2));

    private static final List<Form> RECORDS = List.of(
            new Form("clr.json", "json", 3),
            new Form("clr.jwt", "text", 3),
            new Form("clr.png", "png", 3),
            new Form("clr.svg", "svg", 3));

    private record Taken(String name, Form form, byte[] bytes) {}

    private final List<Taken> taken = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private void take(Installation laurel, String name, Award award) {
        take(laurel, name, award, FORMS);
    }

    private void take(Installation laurel, String name, Award award, List<Form> forms) {
        for (Form form : forms) {
            String address = Installation.ROOT + "/awards/" + award.credential() + "/" + form.file();
            HttpResponse<byte[]> answer = laurel.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            taken.add(new Taken(name + " " + form.file(), form, answer.body()));
            addresses.add(address);
        }
    }

    private Map<String, Verdict> read(Installation laurel, String folderName) throws Exception {
        Path own = Files.createDirectory(folder.resolve(folderName));
        Strangers strangers = new Strangers(own)
                .context(
                        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                        "/org/laurelbridge/bridge/issue/ob3/clr-2.0.1.json");
        List<String> known = new ArrayList<>(addresses);
        for (Taken one : taken) {
            strangers.badge(one.name(), one.form().opened(), one.form().version(), one.bytes());
            strangers.badge(
                    one.name() + " changed", one.form().opened(), one.form().version(), changed(one));
        }
        known.addAll(List.of(Installation.ROOT + "/issuer/did.json", Installation.ROOT + "/issuer/ob2.json"));
        laurel.bridge
                .issuer()
                .keys()
                .listRs256()
                .forEach(key -> known.add(Installation.ROOT + "/issuer/keys/" + key.id()));
        return strangers.know(laurel, known).read();
    }

    /** One letter of what it says is another; of a picture, what it holds. */
    private static byte[] changed(Taken one) {
        if (one.form().opened().matches("png|svg")) {
            Baked baked = ((Unbaked.Found) Unbaker.unbake(one.bytes())).all().get(0);
            String other = changed(baked.text());
            return one.form().opened().equals("png")
                    ? PngBaker.bake(one.bytes(), baked.kind(), other)
                    : SvgBaker.bake(one.bytes(), baked.kind(), other);
        }
        return changed(new String(one.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String changed(String text) {
        String other = text.startsWith("{")
                ? text.replace("The badge", "The bodge").replace("\"issuedOn\":\"2", "\"issuedOn\":\"1")
                : swapped(text);
        assertThat(other).isNotEqualTo(text);
        return other;
    }

    // in the middle of the payload of a JWS
    private static String swapped(String text) {
        int place = text.indexOf('.') + 200;
        char letter = text.charAt(place) == 'a' ? 'b' : 'a';
        return text.substring(0, place) + letter + text.substring(place + 1);
    }

    @Test
    void everyForm_throughItsLife() throws Exception {
        try (Installation laurel = new Installation(
                folder,
                Installation.badge("quiz", "unsupported: revoke"),
                Installation.badge(
                        "full",
                        "align: [{framework: NICE, code: T0161}, {framework: ESCO, code: \"http://data.europa.eu/esco/skill/x\"}]",
                        "credential: {type: MicroCredential, ects: 5, workload: 125, eqf: 6, outcomes: [Runs workloads],"
                                + " participation: online, language: en, tags: [k8s], translations: {de: {title: Das Abzeichen}}}"),
                Installation.badge("suspended", "unsupported: suspend"),
                Installation.badge("expiring", "valid: {for: 30d}"),
                Installation.badge(
                        "renewed",
                        "valid: {for: 1y}",
                        "repeat: cycles",
                        "unsupported: keep",
                        "renew: {opens: {before: 60d}, when: {completed: lab}}"))) {
            PersonId ada = laurel.learner(ADA);
            nameTheSkill(laurel);
            String full = Installation.ROOT + "/badges/full/1";
            assertThat(new Endorsing(
                                    laurel.bridge.issuer(),
                                    laurel.bridge.stores().endorsements(),
                                    laurel.clock)
                            .add(full, Endorsed.one(full)))
                    .isEmpty();
            UUID evidence = laurel.scored(ADA, "quiz", "0.91");
            Award shown = laurel.signed(ada, "full");
            laurel.clock.turn(Duration.ofSeconds(1));
            laurel.bridge
                    .stores()
                    .sharing()
                    .choose(shown.id(), new Sharing(false, true, true, true), laurel.clock.instant());
            laurel.waitUntil(() -> laurel.bridge
                    .stores()
                    .credentials()
                    .find(shown.credential())
                    .filter(text -> text.contains("\"value\":\"91"))
                    .isPresent());
            assertThat(laurel.text("/awards/" + shown.credential() + "/ob3.json"))
                    .contains(
                            "Coordinate with others",
                            "EndorsementCredential",
                            "resultDescription",
                            "creditsAvailable",
                            "ada@example.org")
                    .doesNotContain("\"evidence\"");
            for (String badge : List.of("quiz", "full", "suspended", "expiring", "renewed")) {
                take(laurel, badge, laurel.signed(ada, badge));
            }

            Map<String, Verdict> fresh = read(laurel, "fresh");
            assertEach(fresh, name -> !name.endsWith(" changed") && !isOver(name));

            laurel.clock.turn(Duration.ofDays(340));
            laurel.scored(ADA, "lab", "0.5");
            laurel.waitUntil(() -> laurel.awards(ada, "renewed").size() == 2);
            Award renewal = laurel.awards(ada, "renewed").get(1);
            laurel.waitUntil(() -> laurel.bridge
                    .stores()
                    .credentials()
                    .find(renewal.credential())
                    .isPresent());
            take(laurel, "renewal", renewal);

            laurel.voids(evidence);
            laurel.waitUntil(() -> laurel.awards(ada, "quiz").get(0).status() == AwardStatus.REVOKED
                    && laurel.awards(ada, "suspended").get(0).status() == AwardStatus.SUSPENDED);
            laurel.clock.turn(Duration.ofMinutes(1));
            Map<String, Verdict> lost = read(laurel, "lost");
            assertEach(
                    lost,
                    name -> !name.endsWith(" changed")
                            && !isOver(name)
                            && !name.startsWith("quiz ")
                            && !name.startsWith("suspended "));
            assertThat(lost.get("quiz ob3.json").why()).isEqualTo("revocation");
            assertThat(lost.get("suspended ob3.jwt").why()).isEqualTo("suspension");
            assertThat(lost.get("quiz ob2.jws").why()).isEqualTo("revoked");
        }
    }

    private static void nameTheSkill(Installation laurel) throws IOException {
        byte[] table = "code,name,description\nT0161,Coordinate with others,Tells others in time.\n"
                .getBytes(StandardCharsets.UTF_8);
        FrameworkImport.Label label = new FrameworkImport.Label("nice.csv", "NICE Framework", Format.CSV, null, null);
        assertThat(new FrameworkImport(
                                laurel.bridge.stores().frameworks(),
                                AlignedBadges.of(laurel.bridge.achievements()),
                                laurel.clock)
                        .read(new ByteArrayInputStream(table), label, bytes -> {}))
                .isInstanceOf(FrameworkImport.Outcome.Done.class);
    }

    @Test
    void recordOfAStack_holdsItsBadges_andIsReadAsAWhole() throws Exception {
        try (Installation laurel = new Installation(
                folder,
                Installation.badge("one"),
                Installation.badge("stack").replace("{scored: {on: quiz, atLeast: 80%}}", "{holds: {badge: one}}"))) {
            PersonId ada = laurel.learner(ADA);
            laurel.scored(ADA, "quiz", "0.91");
            laurel.signed(ada, "one");
            Award stack = laurel.signed(ada, "stack");
            assertThat(laurel.text("/awards/" + stack.credential() + "/clr.json"))
                    .contains("ClrCredential", "The badge one", "The badge stack", "isPartOf");
            String one = laurel.awards(ada, "one").get(0).credential().toString();
            assertThat(RECORDS)
                    .allSatisfy(form -> assertThat(laurel.get("/awards/" + one + "/" + form.file())
                                    .statusCode())
                            .isEqualTo(404));
            assertThat(subject(laurel, one))
                    .as("strangers cannot join two badges by their subject")
                    .isNotEqualTo(subject(laurel, stack.credential().toString()));
            take(laurel, "record", stack, RECORDS);

            Map<String, Verdict> verdicts = read(laurel, "record");
            assertThat(verdicts).hasSize(2 * RECORDS.size());
            assertEach(verdicts, name -> !name.endsWith(" changed"));
            assertThat(taken).allSatisfy(record -> {
                Report report = report(laurel, record.bytes());
                assertThat(report.verdict()).isEqualTo(GENUINE);
                assertThat(report.inside()).hasSize(2);
                assertThat(report(laurel, changed(record)).verdict()).isNotEqualTo(GENUINE);
            });
        }
    }

    private static String subject(Installation laurel, String credential) {
        return JsonMapper.shared()
                .readTree(laurel.text("/awards/" + credential + "/ob3.json"))
                .at("/credentialSubject/id")
                .asString();
    }

    /** What our own verifier says. */
    private static Report report(Installation laurel, byte[] file) {
        return laurel.bridge.verifying().one().verify(new Presented.File(file));
    }

    // its time is over by the clock of whoever reads; a hosted or signed 2.0 is read by what it says of itself alone
    private static boolean isOver(String name) {
        return name.matches("(expiring|renewed) (ob3|badge)\\..*");
    }

    private static void assertEach(Map<String, Verdict> verdicts, Predicate<String> holds) {
        assertThat(verdicts)
                .allSatisfy((name, verdict) -> assertThat(verdict.verified())
                        .as("%s: %s", name, verdict.why())
                        .isEqualTo(holds.test(name)));
    }
}
