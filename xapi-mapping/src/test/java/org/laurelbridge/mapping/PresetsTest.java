package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.mapping.Mappings.only;
import static org.laurelbridge.mapping.Mappings.statement;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders mean by their verbs, with all presets in use at once, as a campus has them. */
class PresetsTest {
    private static final String ALL = "use: [adl@1, cmi5@1, scorm@1, h5p@1, moodle-logstore@1, openedx@1]\n";
    private static final String QUIZ = "https://moodle.example.org/mod/quiz/view.php?id=4";
    private static final String EDX = "https://w3id.org/xapi/openedx/extension/transformer-version";

    @ParameterizedTest
    @CsvSource({
        "http://adlnet.gov/expapi/verbs/responded, answered",
        "http://adlnet.gov/expapi/verbs/resumed, initialized",
        "http://adlnet.gov/expapi/verbs/progressed, progressed",
        "http://adlnet.gov/expapi/verbs/attempted, initialized",
        "http://adlnet.gov/expapi/verbs/mastered, passed",
        "https://w3id.org/xapi/acrossx/verbs/evaluated, answered",
        "http://activitystrea.ms/schema/1.0/start, launched",
        "http://id.tincanapi.com/verb/earned, other",
    })
    void verb_isTheKindThatItsSenderMeans(String verb, String kind) {
        assertThat(kind(ALL, verb, "{}")).isEqualTo(new Kind(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.tincanapi.com/verb/earned", "http://adlnet.gov/expapi/verbs/attempted"})
    void grade_ofOpenEdx_isAScore(String verb) {
        assertThat(kind(ALL, verb, "{\"" + EDX + "\": \"event-routing-backends@7\"}"))
                .isEqualTo(Kind.SCORED);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'\"yes\"',"})
    void proctored_isWhatTheNamedExtensionSays(String value, Boolean proctored) {
        Fact fact = fact(
                "use: [adl@1]\nproctored: [\"https://proctor.example/watched\"]\n",
                "http://adlnet.gov/expapi/verbs/passed",
                "{\"https://proctor.example/watched\": " + value + "}");

        assertThat(fact.proctored()).isEqualTo(proctored);
    }

    @Test
    void source_thatIsTrusted_isKnownByThatName() {
        String trusted = "use: [adl@1]\ntrust: {proctor-lrs: {connection: moodle, may: [facts]}}\n";

        assertThat(fact(trusted, "http://adlnet.gov/expapi/verbs/passed", "{}").sources())
                .containsExactly("proctor-lrs");
        assertThat(fact("use: [adl@1]\n", "http://adlnet.gov/expapi/verbs/passed", "{}")
                        .sources())
                .containsExactly("moodle");
        String another = "use: [adl@1]\ntrust: {proctor-lrs: {connection: proctor, may: [facts]}}\n";
        assertThat(fact(another, "http://adlnet.gov/expapi/verbs/passed", "{}").sources())
                .containsExactly("moodle");
    }

    @Test
    void source_thatIsOnlyCalledAsATrustedOne_isNotBelieved() {
        String trusted =
                "use: [adl@1]\ntrust: {moodle: {authority: {account: {homePage: https://m.example, name: log}}, may: [facts]}}\n";

        assertThat(fact(trusted, "http://adlnet.gov/expapi/verbs/passed", "{}").sources())
                .containsExactly("source:moodle");
    }

    @Test
    void map_quizOfMoodleComesBackToItsActivityAndAttempt() {
        Mapping mapping =
                Mappings.of("use: [adl@1, moodle-logstore@1]\nactivities: {quiz: {match: {id: '" + QUIZ + "'}}}");
        Fact fact = only(mapping, """
                {"actor": {"account": {"homePage": "https://moodle.example.org", "name": "3"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "https://moodle.example.org/mod/quiz/attempt.php?attempt=2&cmid=4"},
                 "result": {"score": {"raw": 8, "min": 0, "max": 10, "scaled": 0.6000000000000001}, "success": true, "completion": true},
                 "context": {"registration": "7d26f17e-9ff3-53fc-8607-b3ffcfd2b4c1",
                   "extensions": {"http://lrs.learninglocker.net/define/extensions/info": {}},
                   "contextActivities": {"parent": [{"id": "https://moodle.example.org/course/view.php?id=2",
                     "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                """);
        assertThat(fact.activity()).isEqualTo("quiz");
        assertThat(fact.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(fact.percent()).isEqualTo(Percent.of(BigDecimal.valueOf(80)));
        assertThat(fact.attempt()).isEqualTo("2");
        assertThat(fact.success()).isTrue();
        assertThat(fact.object()).isEqualTo("https://moodle.example.org/mod/quiz/attempt.php?attempt=2&cmid=4");
        assertThat(fact.course()).isEqualTo("https://moodle.example.org/course/view.php?id=2");
    }

    @ParameterizedTest
    @CsvSource({
        "'scaled: 0.6, raw: 8, max: 10', true, 80",
        "'scaled: 0.8, raw: 8, max: 10', true, 80",
        "'scaled: 0.8', false, 80"
    })
    void map_scaledOfMoodleIsLeftUnread(String score, boolean isMoodles, int percent) {
        Mapping mapping =
                Mappings.of("use: [adl@1, moodle-logstore@1]\nactivities: {q: {match: {id: 'https://m.example/q'}}}");
        String extensions = isMoodles ? "\"http://lrs.learninglocker.net/define/extensions/info\": {}" : "";
        String json = score.replaceAll("([a-z]+):", "\"$1\":");
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/completed",
                        "https://m.example/q",
                        "\"result\": {\"score\": {" + json + "}}, \"context\": {\"extensions\": {" + extensions
                                + "}}"));

        assertThat(fact.percent()).isEqualTo(Percent.of(BigDecimal.valueOf(percent)));
    }

    @Test
    void map_scormOfMoodleNeedsTheMaximumThatItLeavesOut() {
        String body =
                "use: [adl@1, moodle-logstore@1]\nactivities: {pack: {match: {id: 'https://m.example/mod/scorm/view.php?id=9'}%s}}";
        String statement = statement(
                "http://adlnet.gov/expapi/verbs/completed",
                "https://m.example/mod/scorm/view.php?id=9#sco",
                "\"result\": {\"score\": {\"raw\": 85}}");
        Mapped without = Mappings.map(Mappings.of(body.formatted("")), statement);
        assertThat(without.facts().get(0).percent()).isNull();
        assertThat(without.diagnostics()).extracting(Diagnostic::code).containsExactly("no-maximum");
        Fact with = only(Mappings.of(body.formatted(", score: {max: 100}")), statement);
        assertThat(with.percent()).isEqualTo(Percent.of(BigDecimal.valueOf(85)));
        assertThat(with.attempt()).isEqualTo(Mappings.ID.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://lrs.learninglocker.net/define/extensions/info, 6a1b7c1e-0000-4000-8000-000000000001",
        "https://other.example/extension, 7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1"
    })
    void map_registrationOfMoodleIsOfManyLearners_soItIsNoAttempt(String extension, String attempt) {
        Mapping mapping =
                Mappings.of("use: [adl@1, moodle-logstore@1]\nactivities: {q: {match: {id: 'https://m.example/q'}}}");
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/completed",
                        "https://m.example/q",
                        "\"context\": {\"registration\": \"7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1\", \"extensions\": {\""
                                + extension + "\": {}}}"));
        assertThat(fact.attempt()).isEqualTo(attempt);
    }

    private static Kind kind(String mapping, String verb, String extensions) {
        return fact(mapping, verb, extensions).kind();
    }

    private static Fact fact(String mapping, String verb, String extensions) {
        Mapped mapped = Mappings.map(
                Mappings.of(mapping + "activities: {a: {match: {id: 'https://a.example/1'}}}"),
                """
                {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "%s"},
                 "object": {"id": "https://a.example/1"}, "context": {"extensions": %s}}
                """.formatted(verb, extensions));
        return mapped.facts().get(0);
    }
}
