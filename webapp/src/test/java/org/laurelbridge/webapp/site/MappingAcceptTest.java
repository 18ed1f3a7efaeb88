package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.Mapper;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;

/** A mapping that touches awards comes into force for what was looked at, and nothing else. */
class MappingAcceptTest {
    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([0-9]+)\"");
    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: %d
            use: [adl@1]
            identity:
              - mbox: email
            unknown: park
            activities:
              quiz: {title: Quiz, match: {id: "https://lms.example/%s"}}
            """;
    private static final String BADGE =
            "brl: 1\nkind: badge\nid: %s\nversion: 1\ntitle: A\nwhen: {scored: {on: quiz, atLeast: 80%%}}\nsettle: {gain: 0, lose: 0}\n";

    private final TestDatabase database = TestDatabase.sqlite();
    private final TwoCourses laurel = new TwoCourses(database);

    @BeforeEach
    void earn() {
        laurel.site.signIn(Role.ADMINISTRATOR);
        laurel.inForce(MAPPING.formatted(1, "quiz"), BADGE.formatted("quiz"));
        laurel.bridge
                .stores()
                .statements()
                .append(
                        List.of(new Submission(
                                "lms",
                                Submission.Manner.TAKEN,
                                List.of(Course.candidate(Course.scored("bob@x.example", "quiz", "0.91"))),
                                List.of())),
                        (source, authority) -> VoidReach.ANYTHING,
                        Site.NOW);
        Mapper mapper = new Mapper(laurel.bridge.stores().facts(), laurel.bridge.rules(), Site.CLOCK);
        while (mapper.mapDue() > 0) {
            continue;
        }
        laurel.award();
        assertThat(laurel.bridge.awards().list("quiz", laurel.bob, null, 1)).hasSize(1);
    }

    @AfterEach
    void close() {
        laurel.close();
        database.close();
    }

    private HttpResponse<String> post(String wish, String plan) {
        Map<String, String> form = new HashMap<>(Map.of("do", wish, "text", MAPPING.formatted(2, "other")));
        form.put("csrf", laurel.site.csrf("/admin/mapping"));
        form.put("plan", plan);
        return laurel.site.post("/admin/mapping", form);
    }

    private static String plan(HttpResponse<String> answer) {
        Matcher plan = PLAN.matcher(answer.body());
        assertThat(plan.find()).as("it waits").isTrue();
        return plan.group(1);
    }

    private int version() {
        return laurel.bridge.rules().current().mapping().version();
    }

    @Test
    void accepted_isInForce() {
        assertThat(post("accept", plan(post("save", ""))).statusCode()).isEqualTo(303);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void whatWasLookedAtBeforeOtherRules_isToldAnew_andNotInForce() {
        String seen = plan(post("save", ""));
        laurel.inForce(BADGE.formatted("more"));

        HttpResponse<String> again = post("accept", seen);
        assertThat(again.body()).contains("Other rules came into force since you looked");
        assertThat(version()).isEqualTo(1);

        assertThat(post("accept", "").statusCode()).isEqualTo(400);
        assertThat(post("accept", plan(again)).statusCode()).isEqualTo(303);
        assertThat(version()).isEqualTo(2);
    }
}
