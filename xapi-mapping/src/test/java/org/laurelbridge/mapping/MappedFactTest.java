package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.mapping.Mappings.only;
import static org.laurelbridge.mapping.Mappings.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

/** What a fact takes from its statement, and what the mapping adds. */
class MappedFactTest {

    @ParameterizedTest
    @CsvSource({"0.7, false", "0.6, true", "'\"0.7\"', true"})
    void map_masteryOfCmi5_isReadWhereItIsANumber(String mastery, boolean success) {
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: {id: 'https://x.example/1'}}}");
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/passed",
                        "https://x.example/1",
                        "\"result\": {\"score\": {\"scaled\": 0.6}}, \"context\": {\"extensions\": {"
                                + "\"https://w3id.org/xapi/cmi5/context/extensions/masteryscore\": " + mastery + "}}"));
        assertThat(fact.success()).isEqualTo(success);
    }

    @ParameterizedTest
    @CsvSource({
        "'order: [result, verb]', failed, true , -  , true",
        "'order: [mastery]'     , passed, true , 0.6, false",
        "'order: [mastery]'     , passed, true , -  ,",
        "'contradiction: reject', passed, true , 0.6,",
        "'contradiction: reject', passed, true , 0.7, true"
    })
    void map_successGoesByTheOrderDeclared(
            String policy, String verb, String success, String scaled, @Nullable Boolean expected) {
        Mapping mapping = Mappings.of("use: [adl@1]\nsuccess: {" + policy
                + "}\nactivities: {a: {match: {id: 'https://x.example/1'}, mastery: 0.7}}");
        String score = scaled.equals("-") ? "" : ", \"score\": {\"scaled\": " + scaled + "}";
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/" + verb,
                        "https://x.example/1",
                        "\"result\": {\"success\": " + success + score + "}"));
        assertThat(fact.success()).isEqualTo(expected);
    }

    @Test
    void map_boundsOfTheSender_replaceThoseOfTheStatement() {
        Mapping mapping = Mappings.of(
                "use: [adl@1]\nactivities: {a: {match: {id: 'https://x.example/1'}, score: {min: 10, max: 20}}}");
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/scored",
                        "https://x.example/1",
                        "\"result\": {\"score\": {\"raw\": 15, \"min\": 0, \"max\": 100}}"));
        assertThat(fact.percent()).hasToString("50 %");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"7\"', '\"8\"', 7",
        "7      ,        , 7",
        "       , '\"8\"', 8",
        "'\"\"' , '\"8\"', 7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1",
        "[7]    ,        , 7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1",
        "       ,        , 7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1"
    })
    void map_attemptIsWhatItsExtensionSays_elseTheRegistration(
            @Nullable String inContext, @Nullable String inResult, String attempt) {
        Mapping mapping = Mappings.of("use: [adl@1]\nattempt: {extension: 'https://x.example/attempt'}\n"
                + "activities: {a: {match: {id: 'https://x.example/1'}}}");
        String extension = "\"extensions\": {\"https://x.example/attempt\": %s}";
        String context = inContext == null ? "" : ", " + extension.formatted(inContext);
        String result = inResult == null ? "" : ", \"result\": {" + extension.formatted(inResult) + "}";
        Fact fact = only(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/passed",
                        "https://x.example/1",
                        "\"context\": {\"registration\": \"7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1\"" + context + "}"
                                + result));
        assertThat(fact.attempt()).isEqualTo(attempt);
    }

    @Test
    void map_attemptOfNothingElse_isTheStatement() {
        Mapping mapping = Mappings.of("use: [adl@1]\nattempt: {extension: 'https://x.example/attempt'}\n"
                + "activities: {a: {match: {id: 'https://x.example/1'}}}");
        String verb = "http://adlnet.gov/expapi/verbs/passed";
        assertThat(only(mapping, statement(verb, "https://x.example/1", "")).attempt())
                .isEqualTo(Mappings.ID.toString());
    }

    @ParameterizedTest
    @CsvSource({"2w,14", "2mo,60", "2y,730", "3d,3", "48h,2"})
    void map_lateIsCountedFromTheBackdateOfTheMapping(String backdate, int days) {
        Mapping mapping = Mappings.of("use: [adl@1]\ntime: {skew: 1h, backdate: " + backdate
                + "}\nactivities: {a: {match: {id: 'https://x.example/1'}}}");
        String statement = statement("http://adlnet.gov/expapi/verbs/passed", "https://x.example/1", "");
        var first = Mappings.NOW.minus(Duration.ofDays(days));
        assertThat(fact(mapping, statement, first).late()).isFalse();
        assertThat(fact(mapping, statement, first.minusNanos(1)).late()).isTrue();
        assertThat(fact(mapping, statement, Mappings.NOW.plus(Duration.ofHours(1)))
                        .heldUntil())
                .isNull();
    }

    private static Fact fact(Mapping mapping, String statement, Instant at) {
        return mapping.map(Mappings.recorded(statement, at)).facts().get(0);
    }

    @Test
    void map_courseIsTheFirstOfACourseTypeAround() {
        Mapping mapping = Mappings.of("use: [adl@1]\ncourseTypes: ['https://type.example/course']\n"
                + "activities: {a: {match: {id: 'https://x.example/1'}}}");
        String around = """
                "context": {"contextActivities": {"parent": [{"id": "https://x.example/untyped"},
                  {"id": "https://x.example/chapter", "definition": {"type": "https://type.example/chapter"}}],
                  "grouping": [{"id": "https://x.example/%s", "definition": {"type": "https://type.example/%s"}}]}}""";
        String verb = "http://adlnet.gov/expapi/verbs/passed";
        assertThat(only(mapping, statement(verb, "https://x.example/1", around.formatted("2", "course")))
                        .course())
                .isEqualTo("https://x.example/2");
        assertThat(only(mapping, statement(verb, "https://x.example/1", around.formatted("2", "year")))
                        .course())
                .isNull();
    }

    @Test
    void learners_areThoseOfTheActor() {
        Actor ann =
                new Actor(Actor.Type.AGENT, "Ann", new InverseFunctionalIdentifier.Mbox("ann@example.org"), List.of());
        assertThat(Mapping.standard().learners(ann))
                .extracting(Learner::own)
                .containsExactly(new Identifier("email", "", "ann@example.org"));
    }
}
