package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** An inbox with more than can be read at once. */
class InboxPagesTest {
    private static final String INBOX = "/teach/inbox";
    private static final String COURSE = CourseAddress.of(new Course(TwoCourses.SYSTEM, "1"));
    private static final Pattern LINE = Pattern.compile("<li><a href=\"(" + Pattern.quote(INBOX) + "\\?[^\"]+)\"");
    private static final int LEARNERS = 9;
    private static final int WHOLE = 6;

    private final Account teacher = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private TwoCourses laurel;
    private List<PersonId> learners;

    @BeforeEach
    void open(TestDatabase opened) {
        laurel = new TwoCourses(opened);
        laurel.account(teacher);
        laurel.teaches(teacher, "1");
        laurel.site.signIn(teacher);
        laurel.inForce("""
                brl: 1
                kind: badge
                id: networks
                version: 1
                title: Networks
                when: {member: {cohort: one}}
                settle: 0
                award: approve
                deliver: [{to: campus, course: "1"}]
                """);
        learners = laurel.join(
                IntStream.range(0, LEARNERS).mapToObj(i -> "Learner" + i).toArray(String[]::new));
        for (int i = 0; i < LEARNERS; i++) {
            laurel.isIn(learners.get(i), "one", Site.NOW.minusSeconds(60L * (LEARNERS - i)));
        }
        laurel.award();
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private String body(String path) {
        var answer = laurel.site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static long articles(String body) {
        return Pattern.compile("<article").matcher(body).results().count();
    }

    private static List<String> lines(String body) {
        return LINE.matcher(body)
                .results()
                .map(line -> line.group(1).replace("&amp;", "&"))
                .toList();
    }

    private int decide(String page, String verdict) {
        String award = Pattern.compile("name=\"award\" value=\"([^\"]+)\"")
                .matcher(body(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        return laurel.site
                .post(
                        COURSE,
                        Map.of(
                                "csrf",
                                laurel.site.csrf(page),
                                "award",
                                award,
                                "verdict",
                                verdict,
                                "why",
                                "Look again, please",
                                "to",
                                INBOX))
                .statusCode();
    }

    @OnEveryDatabase
    void oldestWork_isToldWhole_andAllOtherInALine_thatOpensIt() {
        String body = body(INBOX);
        assertThat(articles(body)).isEqualTo(WHOLE);
        List<String> others = lines(body);
        List<String> newest = learners.subList(WHOLE, LEARNERS).stream()
                .map(person -> INBOX + "?person=" + person + "&badge=networks")
                .toList();
        assertThat(others).isEqualTo(newest);
        assertThat(body).contains("3 more wait", "Learner8");

        String last = others.get(2);
        assertThat(articles(body(last))).isEqualTo(1);
        assertThat(body(last)).contains("Learner8", "All that waits").doesNotContain("Learner7");
        assertThat(decide(last, "approve")).isEqualTo(303);
        assertThat(body(last)).contains("Nothing of this waits any more");
        assertThat(lines(body(INBOX))).isEqualTo(newest.subList(0, 2));
    }

    @OnEveryDatabase
    void whatWasSentBack_givesItsPlaceToTheNext_andIsOpenedFromItsLine() {
        assertThat(decide(INBOX, "return")).isEqualTo(303);
        String body = body(INBOX);
        List<String> expected = new ArrayList<>(learners.subList(WHOLE + 1, LEARNERS).stream()
                .map(person -> INBOX + "?person=" + person + "&badge=networks")
                .toList());
        expected.add(INBOX + "?person=" + learners.get(0) + "&badge=networks");
        assertThat(lines(body)).isEqualTo(expected);
        assertThat(articles(body)).isEqualTo(WHOLE);
        assertThat(body).contains("1 that you sent back").doesNotContain("Look again, please");
        assertThat(body(expected.get(2))).contains("Look again, please", "Learner0");
    }

    @OnEveryDatabase
    void pageOfALearner_leadsToWhatWaitsOfThem() {
        String path = INBOX + "?person=" + learners.get(8) + "&badge=networks";
        assertThat(body(COURSE + "/people/" + learners.get(8))).contains(path.replace("&", "&amp;"));
    }

    @OnEveryDatabase
    void whoIsNotThere_hasNothingThatWaits_andWhatIsNoId_isNotFound() {
        for (String nothing :
                List.of("?person=" + UUID.randomUUID(), "?badge=other", "?badge=", "?person=" + laurel.bob)) {
            assertThat(articles(body(INBOX + nothing))).as(nothing).isZero();
        }
        assertThat(articles(body(INBOX + "?badge=networks"))).isEqualTo(LEARNERS);
        assertThat(laurel.site.get(INBOX + "?person=x").statusCode()).isEqualTo(404);
    }
}
