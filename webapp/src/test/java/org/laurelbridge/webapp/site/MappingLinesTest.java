package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;

/** An administrator says what verbs mean by choosing; the document keeps what was written in it. */
class MappingLinesTest {
    private static final String MAPPING = """
            # ours
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            verbs:
              completed: [https://v.example/rounded]  # as agreed
              experienced:
                - https://v.example/seen
              passed: https://v.example/won # the old one
            activities:
              # the quiz
              quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}
            """;

    private final TestDatabase database = TestDatabase.sqlite();
    private final TwoCourses laurel = new TwoCourses(database);

    @BeforeEach
    void apply() {
        laurel.site.signIn(Role.ADMINISTRATOR);
        laurel.inForce(MAPPING);
    }

    @AfterEach
    void close() {
        laurel.close();
        database.close();
    }

    private void hear(String verb, String result) {
        String raw = """
                {"id":"%s","actor":{"mbox":"mailto:bob@x.example"},"timestamp":"2026-03-01T10:02:11Z",\
                "verb":{"id":"https://v.example/%s","display":{"en":"did %s","de":"tat %s"}},\
                "object":{"id":"https://lms.example/a?id=4","definition":{"name":{"de-DE":"Knoten","en":"Fine knots"}}}%s}""".formatted(UUID.randomUUID(), verb, verb, verb, result);
        laurel.bridge
                .stores()
                .statements()
                .append(
                        List.of(new Submission(
                                "lms", Submission.Manner.TAKEN, List.of(Course.candidate(raw)), List.of())),
                        (source, authority) -> VoidReach.ANYTHING,
                        Site.NOW);
    }

    private HttpResponse<String> add(String text, String verb, String kind) {
        Map<String, String> form = new HashMap<>(Map.of("text", text, "kind-0", kind));
        form.put("csrf", laurel.site.csrf("/admin/mapping"));
        form.put("add", "0 https://v.example/" + verb + " https://lms.example/a?id=4 ");
        return laurel.site.post("/admin/mapping", form);
    }

    private static String text(HttpResponse<String> answer) {
        Matcher text = Pattern.compile("(?s)<textarea[^>]*>(.*?)</textarea>").matcher(answer.body());
        assertThat(text.find()).isTrue();
        return text.group(1)
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    @Test
    void verbsAndActivities_haveTheirOwnNames_inTheReadersLanguage() {
        hear("zog", "");

        String english = laurel.site.get("/admin/mapping").body();
        assertThat(english).contains("did zog", "Fine knots").doesNotContain("tat zog", "Knoten");
        assertThat(laurel.site.get("/admin/mapping", "Accept-Language", "de").body())
                .contains("tat zog", "Knoten");
    }

    @Test
    void whatAVerbMeans_isGuessed_andWhyIsTold() {
        hear("zog", ",\"result\":{\"score\":{\"scaled\":0.5}}");
        assertThat(laurel.site.get("/admin/mapping").body())
                .contains("<option value=\"scored\" selected>", "Guessed: it brings a score.");

        hear("watched", "");
        assertThat(laurel.site.get("/admin/mapping").body())
                .contains("<option value=\"experienced\" selected>", "Guessed from its name.");
    }

    @Test
    void aChosenKind_isWrittenWhereItsVerbsStand_andNothingElseMoves() {
        List.of("zog", "zag", "zug", "zig").forEach(verb -> hear(verb, ""));

        String one = text(add(MAPPING, "zog", "completed"));
        assertThat(one)
                .contains("  completed: [\"https://v.example/zog\", https://v.example/rounded]  # as agreed\n")
                .contains("  title: \"Fine knots\"", "# ours\n", "  # the quiz\n", "version: 2\n");
        String two = text(add(one, "zag", "experienced"));
        assertThat(two).contains("    - \"https://v.example/zag\"\n    - https://v.example/seen\n", "version: 2\n");
        String three = text(add(two, "zug", "passed"));
        assertThat(three).contains("  passed: [\"https://v.example/zug\", https://v.example/won] # the old one\n");
        String four = text(add(three, "zig", "scored"));
        assertThat(four).contains("  scored: [\"https://v.example/zig\"]\n");

        assertThat(MappingReader.read("mapping.yaml", four).problems()).isEmpty();
        assertThat(four.lines().filter(line -> line.contains("Fine knots"))).hasSize(1);
        assertThat(laurel.bridge.rules().export())
                .extracting(RuleText::text)
                .as("nothing is saved")
                .containsExactly(MAPPING);
    }

    @Test
    void whatCannotBeAdded_isToldToBeWritten_andTheTextStays() {
        hear("zog", "");
        String inline = MAPPING.replaceFirst(
                "(?s)verbs:.*activities:", "verbs: {completed: [https://v.example/a]}\nactivities:");

        HttpResponse<String> answer = add(inline, "zog", "completed");

        assertThat(text(answer)).isEqualTo(inline);
        assertThat(answer.body()).contains("without changing others");
        assertThat(add("verbs: [", "zog", "completed").statusCode()).isEqualTo(400);
    }
}
