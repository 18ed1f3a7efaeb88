package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.webapp.site.Crawl;
import org.laurelbridge.webapp.site.Crawl.Visitor;

/**
 * Whatever a platform tells of itself when it registers, of who comes in, of a course and of who is in it, and whatever a Moodle's web
 * services tell, is text on every page and in every file that anybody gets: read over HTTP, as Laurel reads it every day.
 */
class HostileRostersTest extends LtiWalk {
    private static final String TURNED = Crawl.TURNED;
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";
    private static final String LONG = "<x-evil>".repeat(1_250);

    private final FakeMoodle moodle = new FakeMoodle(InstantSource.system())
            .service("token", "core_course_get_courses_by_field", "core_enrol_get_enrolled_users")
            .review("token");

    /** A Moodle that is none. */
    private final FakeServer broken = new FakeServer(request -> FakeServer.Response.of(
            200,
            "application/json",
            JSONObjectUtils.toJSONString(Map.of(
                    "exception", Crawl.EVIL, "errorcode", Crawl.EVIL + TURNED, "message", Crawl.EVIL + TURNED))));

    @Override
    LtiPlatformDouble platform() {
        return new LtiPlatformDouble(Crawl.EVIL, Crawl.EVIL);
    }

    @Override
    String more() {
        return """
                rosters:
                  - {name: other campus, root: "%s", token: token, trust-email: true}
                  - {name: broken campus, root: "%s", token: token}
                sources: [{name: lms, push: {key: lms, secret: secret, version-header: optional}}]
                limits: {requests: {from-address: 0, of-person: 0}}
                """.formatted(moodle.root(), broken.address());
    }

    @BeforeEach
    void fill() {
        platform.tool(() -> browser.get("/lti/jwks").body());
        fill(platform.moodle(), Crawl.EVIL + TURNED, LONG);
        fill(moodle, TURNED + "&lt;x-evil&gt;", "x".repeat(200));
        moodle.titled(2, Crawl.EVIL + TURNED);
        bridge.rules()
                .apply(List.of(
                        new RuleText("mapping.yaml", """
                                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1], identity: [{mbox: email}], unknown: park}
                                """),
                        badge("here", platform.address() + "/course/view.php?id=2"),
                        badge("there", moodle.root() + "/course/view.php?id=2")));
    }

    private static RuleText badge(String id, String course) {
        return new RuleText(id + ".yaml", """
                {brl: 1, kind: badge, id: %s, version: 1, title: T, public: always, settle: {gain: 0s},
                 when: {enrolled: "%s"}, deliver: [{to: own}]}
                """.formatted(id, course));
    }

    private static void fill(FakeMoodle moodle, String name, String longName) {
        moodle.course(2);
        List<String> names = List.of(name, FORMULA, "+" + name, "@SUM(1)", "\t=1", longName);
        for (int i = 0; i < names.size(); i++) {
            long user = 10 + i;
            moodle.user(user, Crawl.EVIL + i, "\"" + Crawl.EVIL + i + "\"@x.example", TURNED + FORMULA + i)
                    .named(user, names.get(i))
                    .enrol(2, user, "student");
        }
        moodle.user(30, "teacher", "t@x.example", "").named(30, name).enrol(2, 30, "teacher");
    }

    @AfterEach
    void closeMoodle() {
        moodle.close();
        broken.close();
    }

    @Test
    void everyPage_ofWhatAPlatformTold_holdsNothingOfTheirs() {
        register();
        Crawl crawl = new Crawl(bridge);
        platform.asked = Crawl.EVIL + TURNED;
        Document choosing = crawl.check("choosing", post("/lti/launch", platform.ask(begin(), true, true, TEACHER)));
        assertThat(choosing.select("input[name=badge]")).isNotEmpty();
        Visitor teacher = comes("30", TEACHER);
        Visitor learner = comes("10", LEARNER);
        bridge.start();
        waitUntil(() -> rosters().equals(List.of(7L, 7L)));
        waitUntil(() -> bridge.awards().list("there", null, null, 10).size() == 6
                && bridge.awards().list("here", null, null, 10).size() == 6
                && bridge.awards().list(null, null, null, 20).stream()
                        .allMatch(award -> bridge.stores()
                                .credentials()
                                .find(award.credential())
                                .isPresent()));

        Set<String> told = Set.of("x-evil onclick", "HYPERLINK");
        Map<String, Visitor> visitors = new LinkedHashMap<>(Map.of("", Visitor.NOBODY));
        visitors.put("/teach", teacher);
        visitors.put("/my", learner);
        visitors.put("/admin", administrator());
        List<String> showing = new ArrayList<>();
        visitors.values()
                .forEach(who -> crawl.pages(who).forEach((path, page) -> {
                    if (told.stream().anyMatch(page.text()::contains)) {
                        showing.add(path);
                    }
                }));

        assertThat(crawl.found()).isEmpty();
        assertThat(crawl.pages(visitors.get("/admin")).get("/admin/rosters").text())
                .contains("The courses of moodle broken campus cannot be listed: ");
        for (String shown : List.of(
                "/teach",
                "/teach/courses/.*",
                "/my",
                "/admin/rosters",
                "/admin/people",
                "/admin/people/[^?]*",
                "/admin/platforms",
                "/admin/users",
                "/admin/audit")) {
            assertThat(showing).as("they are shown at " + shown).anyMatch(path -> path.matches(shown + "(\\?.*)?"));
        }
    }

    private Visitor comes(String user, String role) {
        browser.cookies.clear();
        Map<String, Object> more = new HashMap<>(platform.membersOf(2));
        more.put("name", Crawl.EVIL + TURNED);
        more.put("email", "\"" + Crawl.EVIL + "\"@x.example");
        more.put("locale", Crawl.EVIL);
        more.put(TestPlatform.LTI + "context", Map.of("id", "2", "title", Crawl.EVIL + TURNED + LONG));
        more.put(TestPlatform.LTI + "resource_link", Map.of("id", "7", "title", Crawl.EVIL));
        more.put(TestPlatform.LTI + "custom", Map.of("badge", Crawl.EVIL));
        HttpResponse<String> came = post("/lti/launch", platform.tell(begin(), more, user, role));
        assertThat(came.statusCode()).isEqualTo(303);
        return new Visitor(role, Browser.cookie(browser.cookies));
    }

    private Visitor administrator() {
        Instant now = bridge.clock().instant();
        Account account = Account.made("admin", null, Set.of(Role.ADMINISTRATOR), null);
        bridge.stores().accounts().add(account, new Login("test", "", "admin"), now);
        String session = bridge.stores()
                .sessions()
                .begin(new Holder(Kind.ACCOUNT, account.id()), now, now.plus(Duration.ofHours(12)));
        return new Visitor("ADMINISTRATOR", "laurel-" + address.getPort() + "=" + session);
    }

    private List<Long> rosters() {
        return bridge.courses().list().stream()
                .map(Courses.Standing::members)
                .map(Number::longValue)
                .toList();
    }

    private void waitUntil(BooleanSupplier holds) {
        for (int i = 0; i < 3_000 && !holds.getAsBoolean(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(holds.getAsBoolean())
                .as(() -> bridge.courses().list() + " " + bridge.awards().list(null, null, null, 20))
                .isTrue();
    }
}
