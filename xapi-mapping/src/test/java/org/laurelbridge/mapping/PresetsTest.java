package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders mean by their verbs, with all presets in use at once, as a campus has them. */
class PresetsTest {
    private static final String ALL = "use: [adl@1, cmi5@1, scorm@1, h5p@1, moodle-logstore@1, openedx@1]\n";
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
    }

    @Test
    void source_thatIsOnlyCalledAsATrustedOne_isNotBelieved() {
        String trusted =
                "use: [adl@1]\ntrust: {moodle: {authority: {account: {homePage: https://m.example, name: log}}, may: [facts]}}\n";

        assertThat(fact(trusted, "http://adlnet.gov/expapi/verbs/passed", "{}").sources())
                .containsExactly("source:moodle");
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
