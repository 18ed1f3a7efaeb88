package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.deliver.mail.OffLinks.Off;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** Every address that takes more than reading leaves a row in the audit log, with who did it; or says here why it changes nothing. */
class EveryChangeTest {
    /** What is no change by a person, or wants more than this test has: then who writes its row, and of which action. */
    private static final Map<String, String> DECLARED = Map.ofEntries(
            Map.entry("/verify", "looks at badges of others"),
            Map.entry("/verify/many", "looks at badges of others"),
            Map.entry("/api/v1/verify", "looks at badges of others"),
            Map.entry("/lti/login", "begins a way in; the session that it leads to has its row"),
            Map.entry(
                    "/lti/launch", "wants a platform: BrowserSessionStore, session.begun; AccountStore, account.added"),
            Map.entry("/lti/choose", "sends the choice of a teacher back to the platform that asked"),
            Map.entry("/sign-in/window", "wants a page in a frame: BrowserSessionStore, session.begun"),
            Map.entry("/lti/register", "wants a platform: LtiPlatformStore, platform.registered"),
            Map.entry("/oauth/token", "exchanges what was allowed, and allowing has its row"),
            Map.entry("/oauth/revoke", "wants what a learner allowed: GrantStore, application.ended"),
            Map.entry("/oauth/authorize", "wants a learner: GrantStore, application.allowed"),
            Map.entry(
                    "/my/backpacks",
                    "sends the learner away; the row is there when they come back: backpack.connected"),
            Map.entry("/my/backpacks/back", "wants a host: BackpackPlaceStore, backpack.connected"),
            Map.entry("/my/backpacks/*", "wants a host: BackpackPlaceStore, backpack.chosen, sent and removed"),
            Map.entry("/my/apps", "wants an application: GrantStore, application.ended"),
            Map.entry("/my/apps/*", "wants an application: BackpackStore, badge.forgotten"),
            Map.entry("/my/badges/*", "wants a learner whom somebody teaches: QuestionStore, question.asked"),
            Map.entry("/teach/questions", "wants a question: QuestionStore, question.answered"),
            Map.entry("/my/claims/*", "wants a learner with an offer: AwardStore, award.claimed and award.left"),
            Map.entry("/my/wallet/*", "wants a learner with a badge: WalletOfferStore, award.wallet-offered"),
            Map.entry("/oauth/credential", "hands over what was offered; taking the offer has its row"),
            Map.entry("/my/mail", "wants a learner: MailBookStore, mail.chosen"),
            Map.entry("/my/awards/*", "the servlet of /admin/awards/*, with the learner's account"),
            Map.entry("/teach/courses/*", "verdicts, as /admin/review"),
            Map.entry("/teach/board/*", "wants a course: LeaderboardStore, leaderboard.on and leaderboard.off"),
            Map.entry("/admin/plans", "reads; a plan has its own address"),
            Map.entry("/teach/plans", "reads; a plan has its own address"),
            Map.entry("/teach/plans/*", "the servlet of /admin/plans/*, with the plans of a teacher"),
            Map.entry("/teach/copy/*", "wants two courses of a teacher: WorkshopStore, rule.draft"),
            Map.entry("/teach/rules/*", "the servlet of /admin/rules/*, with the course of a teacher"),
            Map.entry("/api/v1/deliveries/*", "wants a stuck delivery: OutboxStore, delivery.sent-again"),
            Map.entry("/admin/deliveries", "as /api/v1/deliveries/*"),
            Map.entry("/admin/deliveries/*", "as /api/v1/deliveries/*"),
            Map.entry("/api/v1/endorsements", "wants a signed one: EndorsementStore, endorsement.added"),
            Map.entry("/ims/ob/v3p0/discovery", "reads"),
            Map.entry("/.well-known/badgeconnect.json", "reads"),
            Map.entry("/ims/ob/v3p0/credentials", "wants an application: BackpackStore, badge.brought"),
            Map.entry("/ims/ob/v2p1/assertions", "wants an application: BackpackStore, badge.brought"),
            Map.entry("/ims/ob/v3p0/profile", "wants an application: ToldProfileStore, profile.told"),
            Map.entry("/ims/ob/v2p1/profile", "wants an application: ToldProfileStore, profile.told"),
            Map.entry("/xapi/statements", "the record of statements is its own log"),
            Map.entry("/admin/rosters", "wants a doubted list: CourseStore, roster.believed"),
            Map.entry("/xapi/about", "reads"));

    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            identity:
              - mbox: email
            unknown: park
            activities:
              quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
            """;
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: quiz
            version: %d
            title: Quiz
            when: {completed: quiz}
            """;
    private static final String APPLICATION = """
            {"client_name":"Wallet","client_uri":"https://wallet.example","logo_uri":"https://wallet.example/l.png",
            "tos_uri":"https://wallet.example/t","policy_uri":"https://wallet.example/p","software_id":"w",
            "software_version":"1","redirect_uris":["https://wallet.example/back"],
            "token_endpoint_auth_method":"client_secret_basic",
            "grant_types":["authorization_code","refresh_token"],"response_types":["code"],
            "scope":"https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly offline_access"}""";

    private static final Map<String, String> SENDER = Map.of("do", "sender", "sender", "moodle");

    @TempDir
    private Path folder;

    private AuditedSite site;

    /** What is done, and the action that its newest rows tell. */
    private record Deed(Runnable act, Doer.Kind by, String action) {}

    @BeforeEach
    void open() {
        site = new AuditedSite(folder);
        site.bridge
                .rules()
                .apply(List.of(new RuleText("mapping.yaml", MAPPING), new RuleText("quiz.yaml", BADGE.formatted(1))));
        site.bridge.start();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everyChange_leavesARow_withWhoDidIt() {
        Set<String> paths = changing();
        Map<String, Deed> deeds = deeds();
        deeds.putAll(deedsWithAwards());
        Map<String, String> mapping = Map.of("do", "save", "text", MAPPING.replace("version: 1", "version: 2"));
        deeds.put("/admin/mapping", ops("/admin/mapping", mapping, "rules.applied"));
        Map<String, String> moodle = Map.of("name", "campus-moodle", "root", "http://127.0.0.1:1", "token", "t");
        deeds.put("/admin/moodles", ops("/admin/moodles", moodle, "moodle.connected"));
        Map<String, String> place = Map.of("do", "place", "badge", "quiz", "activity", "17");
        deeds.put("/admin/moodles/*", ops("/admin/moodles/campus-moodle", place, "moodle.changed"));
        deeds.put("/admin/moving", new Deed(this::sendSetup, Doer.Kind.ACCOUNT, "setup.brought"));
        deeds.put("/admin/moving/*", new Deed(this::bringSetup, Doer.Kind.ACCOUNT, "setup.imported"));
        deeds.put("/sign-out", ops("/sign-out", Map.of(), "session.ended"));
        SoftAssertions all = new SoftAssertions();
        deeds.forEach((path, deed) -> all.assertThat(site.rows(deed.act()))
                .as("%s is a changing address and leaves a row", path)
                .filteredOn(row -> paths.contains(path) && row.change().action().equals(deed.action()))
                .isNotEmpty()
                .allMatch(row ->
                        row.doer().kind() == deed.by() && row.doer().origin().equals("127.0.0.1")));
        all.assertAll();
        paths.removeAll(deeds.keySet());
        paths.removeAll(DECLARED.keySet());
        assertThat(paths)
                .as("addresses that leave no row in the audit log, and say nowhere why")
                .isEmpty();
    }

    private Set<String> changing() {
        return site.routes().list().stream()
                .filter(route -> !Set.of("GET", "HEAD", "OPTIONS").containsAll(route.methods())
                        || route.methods().isEmpty())
                .map(Route::paths)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, Deed> deeds() {
        PersonId ada = person("a");
        PersonId bob = person("b");
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put("/api/v1/people/*", robot("people", "{\"email\":\"new@example.org\"}", "person.added"));
        String merge = "{\"kept\":\"%s\",\"merged\":\"%s\",\"why\":\"one\"}".formatted(ada, bob);
        deeds.put("/api/v1/people/merges/*", robot("people/merges", merge, "person.merged"));
        String join = "{\"actor\":{\"kind\":\"email\",\"value\":\"a2@example.org\"},\"person\":\"%s\"}".formatted(ada);
        deeds.put("/api/v1/unknown-actors/*", robot("unknown-actors/join", join, "person.joined"));
        String said = "{\"person\":\"%s\",\"topic\":\"member\",\"subject\":\"staff\",\"by\":\"hr\"}".formatted(ada);
        deeds.put("/api/v1/attestations/*", robot("attestations", said, "attestation.said"));
        deeds.put("/api/v1/plans/*", new Deed(this::dropPlan, Doer.Kind.TOKEN, "plan.dropped"));
        deeds.put(
                "/admin/plans/*",
                new Deed(
                        () -> site.ops("/admin/plans/" + plan(), Map.of("do", "drop")),
                        Doer.Kind.ACCOUNT,
                        "plan.dropped"));
        deeds.put("/admin/unknown", ops("/admin/unknown", joining("a3", ada), "person.joined"));
        deeds.put("/admin/unknown/*", ops("/admin/unknown", joining("a4", ada), "person.joined"));
        Map<String, String> draft = Map.of("do", "draft", "id", "quiz", "title", "Quiz");
        deeds.put("/admin/rules", ops("/admin/rules", draft, "rule.draft"));
        deeds.put("/admin/rules/*", ops("/admin/rules/quiz", draft, "rule.draft"));
        deeds.put("/admin/badges/*", ops("/admin/badges/quiz/picture", design(), "badge.picture"));
        deeds.put("/admin/users", ops("/admin/users", Map.of("name", "Eva", "role", "viewer"), "account.added"));
        String eve = "/admin/users/" + site.account("eve");
        deeds.put("/admin/users/*", ops(eve, Map.of("do", "disable"), "account.disabled"));
        deeds.put("/admin/tokens", ops("/admin/tokens", Map.of("name", "another"), "token.made"));
        deeds.put("/admin/keys", ops("/admin/keys", Map.of("do", "renew"), "key.added"));
        deeds.put("/admin/platforms", ops("/admin/platforms", Map.of("name", "campus"), "platform.invited"));
        deeds.put("/admin/connections", ops("/admin/connections", SENDER, "source.connected"));
        deeds.put("/admin/connections/*", ops("/admin/connections/moodle", Map.of("do", "remove"), "source.removed"));
        String erase = "/admin/people/" + ada + "/erase";
        deeds.put("/admin/people/*", ops(erase, Map.of("word", "not it"), "person.erasure-refused"));
        deeds.put("/admin/platforms/*", new Deed(this::allowDeployment, Doer.Kind.ACCOUNT, "platform.allowed"));
        deeds.put(
                "/admin/frameworks",
                new Deed(
                        () -> site.ops("/admin/frameworks", Map.of("name", "Ropes"), "code,name\nK1,Knots\n"),
                        Doer.Kind.ACCOUNT,
                        "framework.imported"));
        deeds.put(
                "/oauth/register",
                new Deed(
                        () -> site.stranger("/oauth/register", APPLICATION),
                        Doer.Kind.APPLICATION,
                        "application.registered"));
        Map<String, String> wrong = Map.of("name", "ops", "password", "not this one at all");
        deeds.put(
                "/sign-in",
                new Deed(() -> site.stranger("/sign-in", "/sign-in", wrong), Doer.Kind.STRANGER, "session.refused"));
        deeds.put("/sign-in/password", new Deed(this::takeLink, Doer.Kind.ACCOUNT, "account.password-set"));
        return deeds;
    }

    private Map<String, Deed> deedsWithAwards() {
        Award one = earned("ada");
        Award two = earned("bob");
        Map<String, Deed> deeds = new LinkedHashMap<>();
        String choices = "{\"public\":false,\"evidence\":true,\"score\":true,\"plain\":false,\"hosted\":false}";
        deeds.put(
                "/api/v1/sharing/*",
                new Deed(
                        () -> site.robot("PUT", "/api/v1/sharing/" + one.id(), choices),
                        Doer.Kind.TOKEN,
                        "sharing.changed"));
        String sharing = "/admin/awards/" + one.id() + "/sharing";
        deeds.put("/admin/awards/*", ops(sharing, Map.of("plain", "on"), "sharing.changed"));
        Map<String, String> shown = Map.of("award", one.id().toString(), "public", "yes");
        deeds.put("/admin/show", ops("/admin/show", shown, "award.shown"));
        Map<String, String> verdict = Map.of("award", one.id().toString(), "verdict", "revoke", "why", "copied");
        deeds.put("/admin/review", ops("/admin/review", verdict, "award.revoked"));
        String revoke = "awards/" + two.id() + "/revoke";
        deeds.put("/api/v1/awards/*", robot(revoke, "{\"reason\":\"copied\"}", "award.revoked"));
        String off = site.bridge
                .telling()
                .mailing()
                .offLinks()
                .address(new Off(one.person().value(), MailKind.AWARDS))
                .getPath();
        deeds.put("/mail/off/*", new Deed(() -> site.stranger(off, "{}"), Doer.Kind.STRANGER, "mail.chosen"));
        String again = "{\"since\":\"2000-01-01T00:00:00Z\"}";
        deeds.put("/api/v1/webhooks/*", robot("webhooks/portal/replay", again, "webhook.replayed"));
        String whom = "{\"person\":\"%s\"}".formatted(two.person());
        deeds.put("/api/v1/erasures/*", robot("erasures", whom, "person.erased"));
        String documents =
                "{\"documents\":[{\"file\":\"m.yaml\",\"text\":\"%s\"},{\"file\":\"q.yaml\",\"text\":\"%s\"}]}"
                        .formatted(escaped(MAPPING), escaped(BADGE.formatted(2)));
        deeds.put("/api/v1/rules/*", robot("rules/apply", documents, "rules.applied"));
        return deeds;
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"").replace("\n", "\\n");
    }

    private PersonId person(String name) {
        return site.bridge
                .stores()
                .people()
                .add(name, List.of(new Identifier("email", "", name + "@example.org")), Instant.now());
    }

    private Award earned(String name) {
        PersonId person = person(name);
        UUID id = UUID.randomUUID();
        String raw = """
                {"id":"%s","actor":{"mbox":"mailto:%s@example.org"},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"https://lms.example/quiz"},"timestamp":"%s"}""".formatted(id, name, Instant.now());
        Json.Parsed.Value value = (Json.Parsed.Value) new Json().read(raw);
        Reading reading = new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0).read(value.node());
        Candidate one = new Candidate(id, ((Reading.Usable) reading).statement(), raw, List.of());
        site.bridge.intake().accept(new Submission("lms", Submission.Manner.TAKEN, List.of(one), List.of()));
        return AuditedSite.waitFor(() -> site.bridge.awards().list("quiz", person, null, 1));
    }

    private static Map<String, String> joining(String name, PersonId person) {
        return Map.of("kind", "email", "scope", "", "value", name + "@example.org", "person", person.toString());
    }

    private static Map<String, String> design() {
        return Map.of(
                "do",
                "save",
                "shape",
                "circle",
                "background",
                "#123456",
                "edge",
                "#654321",
                "ink",
                "#ffffff",
                "text0",
                "Quiz");
    }

    private void dropPlan() {
        site.robot("POST", "/api/v1/plans/" + plan() + "/drop", "");
    }

    private long plan() {
        var plans = site.bridge.stores().plans();
        var plan = plans.begin(
                site.bridge.rules().current().turn(), site.bridge.rules().export(), false, Instant.now());
        plans.open(plan.id(), List.of());
        return plan.id();
    }

    private String sendSetup() {
        return site.ops("/admin/moving", Map.of(), "setup: 1\nconnections: {moved: {key: moved}}\n")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void bringSetup() {
        String path = sendSetup();
        String basis = site.bridge.moving().moving().basis().word();
        site.ops(URI.create(path).getPath(), Map.of("do", "import", "basis", basis));
    }

    private void allowDeployment() {
        URI place = URI.create("https://lms.example/");
        UUID id = UUID.randomUUID();
        LtiPlatform platform = new LtiPlatform(
                id, "lms", "https://lms.example", "c", place, place, "https://lms.example/t", place, true, Set.of());
        site.bridge.lti().platforms().add(platform, Instant.now());
        site.ops("/admin/platforms/" + id, Map.of("do", "allow", "deployment", "7"));
    }

    private void takeLink() {
        String link = site.bridge.entrance().passwordLinks().give(site.account("linda"), Instant.now());
        String password = "correct horse battery";
        site.stranger(
                "/sign-in/password?link=" + link,
                "/sign-in/password",
                Map.of("link", link, "password", password, "again", password));
    }

    private Deed robot(String path, String json, String action) {
        return new Deed(() -> site.robot("POST", "/api/v1/" + path, json), Doer.Kind.TOKEN, action);
    }

    private Deed ops(String path, Map<String, String> form, String action) {
        return new Deed(() -> site.ops(path, form), Doer.Kind.ACCOUNT, action);
    }
}
