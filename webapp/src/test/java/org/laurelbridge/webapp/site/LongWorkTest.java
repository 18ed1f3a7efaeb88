package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.Kind;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Reason;

/** What takes longer than a page may: what is told of it when it was broken off, when other things changed, and when it is too much. */
class LongWorkTest {
    private static final Pattern BASIS = Pattern.compile("name=\"basis\" value=\"([^\"]+)\"");
    private static final String FILE = "setup: 1\nconnections: {moved: {key: moved}}\n";
    private static final String MAPPING = "brl: 1\nkind: mapping\nname: campus\nversion: 1\nuse: [adl@1]\n";
    private static final String BADGE =
            "brl: 1\nkind: badge\nid: quiz\nversion: %d\ntitle: Quiz\nwhen: {member: {cohort: %s}}\n";

    private final TestDatabase database = TestDatabase.sqlite();
    private final TwoCourses laurel = new TwoCourses(database);
    private final CountDownLatch held = new CountDownLatch(1);

    @BeforeEach
    void signIn() {
        laurel.site.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        held.countDown();
        laurel.close();
        database.close();
    }

    private UUID account() {
        return laurel.site.accounts().list().get(0).account().id();
    }

    private String brought() {
        HttpResponse<String> sent = laurel.site.upload(
                "/admin/moving", Map.of("csrf", laurel.site.csrf("/admin/moving")), "setup.yaml", FILE);
        assertThat(sent.statusCode()).isEqualTo(303);
        return place(sent);
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> say(String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", laurel.site.csrf("/admin/moving"));
        return laurel.site.upload(page.replaceFirst("[?].*", ""), all, new byte[0]);
    }

    private String basis(String page) {
        Matcher basis = BASIS.matcher(laurel.site.get(page).body());
        assertThat(basis.find()).as("it is told what would change").isTrue();
        return basis.group(1);
    }

    private List<String> sources() {
        return laurel.bridge.stores().sources().list().stream()
                .map(KeptSource::name)
                .toList();
    }

    @Test
    void aFile_isNotBroughtIn_whenAConnectionWasAddedSinceItWasLookedAt() {
        String page = brought();
        String seen = basis(page);
        laurel.bridge
                .stores()
                .sources()
                .add(new KeptSource(UUID.randomUUID(), "late", "late", "secret", null), Site.NOW);

        HttpResponse<String> refused = say(page, Map.of("do", "import", "basis", seen));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("What is set up here has changed since you looked at it.", "See what it would change")
                .doesNotContain("Import all of it");
        assertThat(sources()).containsExactly("late");

        String again = place(say(page, Map.of("do", "look")));
        assertThat(laurel.site.get(again).body()).contains("late", "goes");
        HttpResponse<String> done = say(page, Map.of("do", "import", "basis", basis(again)));
        assertThat(place(done)).isEqualTo("/admin/moving?done=setup-imported");
        assertThat(sources()).containsExactly("moved");
        assertThat(laurel.site.get(again).statusCode()).as("the file is gone").isEqualTo(404);
    }

    @Test
    void aFileThatIsBeingBroughtIn_isNotDropped() {
        String page = brought().replaceFirst("[?].*", "");
        UUID run = UUID.randomUUID();
        Asked asked = new Asked(UUID.randomUUID(), null, "", Kind.IMPORT, page.substring(page.lastIndexOf('/') + 1));
        laurel.bridge.background().runs().begin(run, asked, Site.NOW, Site.NOW.minusSeconds(900));
        assertThat(say(page, Map.of("do", "drop")).statusCode()).isEqualTo(409);

        laurel.bridge.background().runs().end(run, Run.State.STOPPED, null, List.of(), Site.NOW);
        assertThat(place(say(page, Map.of("do", "drop")))).isEqualTo("/admin/moving?done=setup-dropped");
    }

    @Test
    void aFileThatNobodyLookedAtYet_offersToLook() {
        String page = brought().replaceFirst("[?].*", "");
        assertThat(laurel.site.get(page).body())
                .contains("It is not found out yet", "See what it would change")
                .doesNotContain("Import all of it");
        assertThat(laurel.site.get(page + "?run=" + UUID.randomUUID()).body()).contains("It is not found out yet");
        assertThat(say(page, Map.of("do", "import", "basis", "7")).statusCode()).isEqualTo(400);
    }

    private String silent(Kind kind, String document) {
        UUID id = UUID.randomUUID();
        laurel.bridge
                .background()
                .runs()
                .begin(
                        id,
                        new Asked(account(), null, "quiz", kind, document),
                        Site.NOW.minusSeconds(600),
                        Site.NOW.minusSeconds(900));
        return id.toString();
    }

    @Test
    void aSaveThatWasKilledAfterItWasDone_isToldAsDone_andOneBeforeAsStopped() {
        laurel.inForce(BADGE.formatted(1, "one"));
        HttpResponse<String> done = laurel.site.get("/admin/runs/" + silent(Kind.SAVE, BADGE.formatted(1, "one")));
        assertThat(place(done)).isEqualTo("/admin/rules/quiz?done=rule-saved");

        String other = BADGE.formatted(2, "two");
        assertThat(laurel.site.get("/admin/runs/" + silent(Kind.SAVE, other)).body())
                .contains("That was stopped before it was done; nothing was changed.");

        long plan = laurel.bridge
                .planner()
                .suggest(List.of(new RuleText("badge-quiz.yaml", other)), (what, at, whole) -> {})
                .id();
        assertThat(place(laurel.site.get("/admin/runs/" + silent(Kind.SAVE, other))))
                .isEqualTo("/admin/plans/" + plan);
    }

    @Test
    void aMappingThatWasKilled_isToldByWhatIsInForce() {
        String run = "/admin/mapping?run=" + silent(Kind.MAPPING, MAPPING);
        assertThat(laurel.site.get(run).body()).contains("That was broken off; it is not in force.");
        laurel.inForce(MAPPING);
        assertThat(place(laurel.site.get(run))).isEqualTo("/admin/mapping?done=mapping-saved");
    }

    @Test
    void whatIsRefusedInARun_isSaidInItsWords() {
        UUID id = UUID.randomUUID();
        Asked asked = new Asked(account(), null, "quiz", Kind.SAVE, BADGE.formatted(1, "one"));
        laurel.bridge.background().runs().begin(id, asked, Site.NOW, Site.NOW);
        laurel.bridge
                .background()
                .runs()
                .end(
                        id,
                        Run.State.DONE,
                        "{\"own\":\"watching.refused.meanwhile\",\"problems\":[]}",
                        List.of(),
                        Site.NOW);
        assertThat(laurel.site.get("/admin/runs/" + id).body()).contains("Other rules came into force just now.");
    }

    @Test
    void oneAccount_hasTwoThingsWaitAtMost_andIsToldSo() throws InterruptedException {
        CountDownLatch twoRun = new CountDownLatch(2);
        Runner runner = laurel.bridge.background().runner();
        for (int i = 0; i < 4; i++) {
            UUID whose = i < 2 ? new UUID(1, i) : account();
            runner.begin(new Asked(whose, null, "", Kind.COPY, ""), progress -> {
                twoRun.countDown();
                hold();
                return new Runner.Ended("{}", List.of());
            });
            if (i == 1) {
                twoRun.await();
            }
        }
        String csrf = laurel.site.csrf("/admin/moving");
        HttpResponse<String> mapping =
                laurel.site.post("/admin/mapping", Map.of("text", MAPPING, "do", "save", "csrf", csrf));
        assertThat(mapping.statusCode()).isEqualTo(429);
        assertThat(mapping.body()).contains(Reason.ENOUGH.sentence());

        Map<String, String> rule = new HashMap<>(Posted.write(
                Sheet.read("x", BADGE.formatted(1, "one"), new Problems()).orElseThrow()));
        rule.putAll(Map.of("do", "save", "csrf", csrf));
        HttpResponse<String> saved = laurel.site.post("/admin/rules", rule);
        assertThat(saved.statusCode()).isEqualTo(429);
        assertThat(saved.body())
                .contains("Two things that you asked for wait for their turn already", "value=\"quiz\"");
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
