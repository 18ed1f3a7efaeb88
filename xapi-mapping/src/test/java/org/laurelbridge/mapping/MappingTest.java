package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.mapping.Mappings.only;
import static org.laurelbridge.mapping.Mappings.statement;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

class MappingTest {

    @ParameterizedTest
    @CsvSource({
        "{id: 'HTTPS://Lab.example:443/a%2fb'},          https://lab.example/a%2Fb,       true",
        "{id: 'https://lab.example/a'},                  https://lab.example/A,           false",
        "{idStarts: 'https://lab.example/day-'},         https://lab.example/day-7,       true",
        "{idStarts: 'https://lab.example/day-'},         https://lab.example/week-7,      false",
        "{idLike: 'https://lab.example/*/end'},          https://lab.example/x/end,       true",
        "{idLike: 'https://lab.example/*/end'},          https://lab.example/x/y/end,     false",
        "{idLike: 'https://lab.example/*/end'},          https://lab.example//end,        false",
        "{idLike: 'https://lab.example/*/end'},          https://lab.example/x/end/more,  false",
        "{idLike: 'https://lab.example/*-lab/end'},      https://lab.example/go-lab/end,  true",
        "{idLike: 'https://lab.example/*-lab/end'},      https://lab.example/-lab/end,    false",
        "{idLike: 'https://lab.example/*-lab/end'},      https://lab.example/go-lab2/end, false",
        "{idLike: 'https://lab.example/l?n=*'},          https://lab.example/l?n=7,       true",
        "{idLike: 'https://lab.example/day-*/*.html'},   https://lab.example/day-1/a.b.html, true",
        "{type: 'https://type.example/t'},               https://any.example/1,           true",
        "{type: 'https://type.example/other'},           https://any.example/1,           false",
        "'{type: ''https://type.example/t'', under: ''https://c.example/1''}', https://any.example/1, true",
        "'{type: ''https://type.example/t'', under: ''https://c.example/2''}', https://any.example/1, false",
        "'[{id: ''https://a.example''}, {id: ''https://b.example''}]', https://b.example, true",
    })
    void map_findsTheActivityOfTheObject(String match, String object, boolean found) {
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: " + match + "}}");
        String statement = """
                {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
                 "object": {"id": "%s", "definition": {"type": "https://type.example/t"}},
                 "context": {"contextActivities": {"grouping": [{"id": "https://c.example/1"}]}}}
                """.formatted(object);
        assertThat(Mappings.map(mapping, statement).facts()).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent", "grouping"})
    void map_childPassesItsParentOnlyWhenTheMappingSaysSo(String place) {
        String body = "use: [adl@1]\nactivities: {pack: {match: {id: 'https://pack.example/1'}%s}}";
        String statement = """
                {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
                 "object": {"id": "https://pack.example/1/quiz"},
                 "context": {"contextActivities": {"%s": [{"id": "https://pack.example/1"}]}}}
                """.formatted(place);
        assertThat(Mappings.map(Mappings.of(body.formatted("")), statement).facts())
                .isEmpty();
        assertThat(only(Mappings.of(body.formatted(", children: include")), statement)
                        .object())
                .isEqualTo("https://pack.example/1/quiz");
    }

    @Test
    void map_childOfATypeThatTakesChildrenIsFound() {
        Mapping mapping = Mappings.of(
                "use: [adl@1]\nactivities: {packs: {match: {type: 'https://type.example/pack'}, children: include}}");
        Fact fact = only(mapping, """
                {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
                 "object": {"id": "https://pack.example/1/quiz"},
                 "context": {"contextActivities": {"parent": [
                   {"id": "https://pack.example/1", "definition": {"type": "https://type.example/pack"}}]}}}
                """);
        assertThat(fact.activity()).isEqualTo("packs");
    }

    @Test
    void map_objectOfTwoActivities_hasTwoFactsAndOneDiagnostic() {
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: {id: 'https://x.example/1'}},"
                + " b: {match: {idStarts: 'https://x.example/'}}}");
        Mapped mapped = Mappings.map(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/scored",
                        "https://x.example/1",
                        "\"result\": {\"score\": {\"raw\": 7}}"));
        assertThat(mapped.facts()).extracting(Fact::activity).containsExactly("a", "b");
        assertThat(mapped.diagnostics()).extracting(Diagnostic::code).containsExactly("no-maximum");
    }

    @Test
    void map_dropsListedQueryParametersFromIds() {
        Mapping mapping = Mappings.of(
                "use: [adl@1]\niris: {dropParameters: [utm]}\nactivities: {a: {match: {id: 'https://x.example/?id=1'}}}");
        assertThat(only(
                        mapping,
                        statement("http://adlnet.gov/expapi/verbs/passed", "https://x.example/?utm=2&id=1", "")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "passed, -      , -   , ''              , true",
                "failed, -      , -   , ''              , false",
                "scored, true   , -   , ''              , true",
                "scored, -      , -   , ''              , -",
                "scored, -      , 0.8 , ''              , -",
                "scored, -      , 0.8 , mastery: 0.7    , true",
                "scored, -      , 0.7 , mastery: 0.7    , true",
                "scored, -      , 0.6 , mastery: 0.7    , false",
                "passed, -      , 0.6 , mastery: 0.7    , false",
                "passed, -      , -   , mastery: 0.7    , true",
                "failed, -      , 0.9 , mastery: 0.7    , true",
            })
    void map_successIsSaidByVerbResultOrMastery(
            String verb, String success, String scaled, String mastery, Boolean expected) {
        String own = mastery.isEmpty() ? "" : ", " + mastery;
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: {id: 'https://x.example/1'}" + own + "}}");
        String result = "\"result\": {"
                + (success == null ? "" : "\"success\": " + success)
                + (scaled == null ? "" : "\"score\": {\"scaled\": " + scaled + "}")
                + "}";
        Fact fact = only(mapping, statement("http://adlnet.gov/expapi/verbs/" + verb, "https://x.example/1", result));
        assertThat(fact.success()).isEqualTo(expected);
        assertThat(fact.mastery()).isEqualTo(scaled != null && !mastery.isEmpty());
    }

    @Test
    void unknown_isWhatTheMappingSays() {
        assertThat(Mappings.of("unknown: create").unknown()).isEqualTo(Mapping.Unknown.CREATE);
        assertThat(Mappings.of("unknown: drop").unknown()).isEqualTo(Mapping.Unknown.DROP);
    }

    @Test
    void voidReach_ofAnAddress_isThatOfItsForm() {
        Mapping mapping = Mappings.of("trust: {p: {authority: {mbox: 'MAILTO:Log@m.example'}, may: [void]}}");
        Actor log = new Actor(Actor.Type.AGENT, null, new InverseFunctionalIdentifier.Mbox("log@m.example"), List.of());
        assertThat(mapping.voidReach("lrs", log)).isEqualTo(VoidReach.ANYTHING);
    }

    @ParameterizedTest
    @CsvSource({"verb, true", "score, false"})
    void map_contradictionIsDecidedAsDeclared(String contradiction, boolean expected) {
        Mapping mapping = Mappings.of("use: [adl@1]\nsuccess: {contradiction: " + contradiction
                + "}\nactivities: {a: {match: {id: 'https://x.example/1'}, mastery: 0.7}}");
        Mapped mapped = Mappings.map(
                mapping,
                statement(
                        "http://adlnet.gov/expapi/verbs/passed",
                        "https://x.example/1",
                        "\"result\": {\"score\": {\"scaled\": 0.6}}"));
        assertThat(mapped.facts().get(0).success()).isEqualTo(expected);
        assertThat(mapped.diagnostics()).extracting(Diagnostic::code).containsExactly("success-contradiction");
    }

    @Test
    void map_ownVerbRuleWinsWhereItsConditionHolds() {
        Mapping mapping = Mappings.of("""
                use: [adl@1]
                verbs: {regraded: {verb: [http://adlnet.gov/expapi/verbs/scored], if: {instructor: present}}, flagged: [https://p.example/flag]}
                activities: {a: {match: {id: 'https://x.example/1'}}}
                """);
        String verb = "http://adlnet.gov/expapi/verbs/scored";
        String taught = "\"context\": {\"instructor\": {\"mbox\": \"mailto:t@example.org\"}}";
        assertThat(only(mapping, statement(verb, "https://x.example/1", taught)).kind())
                .isEqualTo(Kind.REGRADED);
        assertThat(only(mapping, statement(verb, "https://x.example/1", "")).kind())
                .isEqualTo(Kind.SCORED);
        assertThat(only(mapping, statement("https://p.example/flag", "https://x.example/1", ""))
                        .kind())
                .isEqualTo(new Kind("flagged"));
        assertThat(only(mapping, statement("https://p.example/else", "https://x.example/1", ""))
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(mapping.ownKinds()).containsExactly(new Kind("flagged"));
    }

    @Test
    void map_cmi5WordsCountOnlyAsCmi5sOwn() {
        Mapping mapping = Mappings.of(
                "use: [adl@1, cmi5@1]\nactivities: {au: {match: {publisher: 'https://pub.example/au'}}, course: {match: {id: 'https://lms.example/au/7'}}}");
        String context = """
                "context": {"registration": "7d26f17e-9ff3-53fc-8607-b3ffcfd2b4c1", "contextActivities": {
                  "category": [{"id": "%s"}], "grouping": [{"id": "https://pub.example/au"}]}, "extensions": {
                  "https://w3id.org/xapi/cmi5/context/extensions/launchmode": "%s"}}""";
        String verb = "https://w3id.org/xapi/adl/verbs/satisfied";
        String cmi5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
        Mapped own =
                Mappings.map(mapping, statement(verb, "https://lms.example/au/7", context.formatted(cmi5, "Normal")));
        assertThat(own.facts()).extracting(Fact::activity).containsExactlyInAnyOrder("au", "course");
        assertThat(own.facts()).extracting(Fact::kind).containsOnly(Kind.SATISFIED);
        assertThat(own.facts()).extracting(Fact::attempt).containsOnly("7d26f17e-9ff3-53fc-8607-b3ffcfd2b4c1");
        Mapped foreign = Mappings.map(
                mapping, statement(verb, "https://lms.example/au/7", context.formatted("https://c.example", "Normal")));
        assertThat(foreign.facts()).extracting(Fact::kind).containsExactly(Kind.OTHER);
    }

    @Test
    void map_ignoredByAnExtension_makesNoFact() {
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: {id: 'https://x.example/1'}}}\n"
                + "ignore: [{extension: 'https://x.example/run', is: [trial]}]");
        String context = "\"context\": {\"extensions\": {\"https://x.example/run\": \"%s\"}}";
        String verb = "http://adlnet.gov/expapi/verbs/passed";
        Mapped trial = Mappings.map(mapping, statement(verb, "https://x.example/1", context.formatted("trial")));
        assertThat(trial.facts()).isEmpty();
        assertThat(trial.diagnostics())
                .containsExactly(
                        new Diagnostic("ignored", "the context's https://x.example/run is one that never counts"));
        assertThat(Mappings.map(mapping, statement(verb, "https://x.example/1", context.formatted("real")))
                        .facts())
                .hasSize(1);
    }

    @Test
    void map_keepsWhatCmi5SaysOfTheSession() {
        Mapping mapping =
                Mappings.of("use: [adl@1, cmi5@1]\nactivities: {au: {match: {id: 'https://lms.example/au/7'}}}");
        String context = """
                "context": {"contextActivities": {"category": [{"id": "%s"}]}, "extensions": {
                  "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1",
                  "https://w3id.org/xapi/cmi5/context/extensions/launchmode": "%s"}}""";
        String cmi5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
        String verb = "http://adlnet.gov/expapi/verbs/launched";
        assertThat(only(mapping, statement(verb, "https://lms.example/au/7", context.formatted(cmi5, "Normal")))
                        .cmi5())
                .isEqualTo(new Cmi5(true, "s-1", false));
        assertThat(only(mapping, statement(verb, "https://lms.example/au/7", context.formatted(cmi5, "Review")))
                        .cmi5())
                .isEqualTo(new Cmi5(true, "s-1", true));
        assertThat(only(
                                mapping,
                                statement(
                                        verb, "https://lms.example/au/7", context.formatted("https://c.example", "x")))
                        .cmi5())
                .isEqualTo(new Cmi5(false, "s-1", false));
        assertThat(only(mapping, statement(verb, "https://lms.example/au/7", ""))
                        .cmi5())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"http://adlnet.gov/expapi/verbs/voided\"}, \"object\": {\"objectType\": \"StatementRef\", \"id\": \"7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1\"}",
                "{\"id\": \"http://adlnet.gov/expapi/verbs/passed\"}, \"object\": {\"objectType\": \"Agent\", \"mbox\": \"mailto:x@example.org\"}",
                "{\"id\": \"https://openbadgespec.org/xapi/verbs/earned\"}, \"object\": {\"id\": \"https://x.example/1\"}",
            })
    void map_whatIsNoEvidenceGivesNoFact(String verbAndObject) {
        Mapping mapping = Mappings.of("use: [adl@1]\nactivities: {a: {match: {idStarts: 'https://x.example/'}}}");
        String statement = "{\"actor\": {\"mbox\": \"mailto:a@example.org\"}, \"verb\": " + verbAndObject + "}";
        assertThat(Mappings.map(mapping, statement).facts()).isEmpty();
    }

    @Test
    void map_clockAheadIsHeldAndOldOnesAreLate() {
        Mapping mapping = Mappings.of(
                "use: [adl@1]\ntime: {skew: 5m, backdate: 30d}\nactivities: {a: {match: {id: 'https://x.example/1'}}}");
        String statement = statement("http://adlnet.gov/expapi/verbs/passed", "https://x.example/1", "");
        var soon = Mappings.NOW.plus(Duration.ofMinutes(5));
        assertThat(mapping.map(Mappings.recorded(statement, soon))
                        .facts()
                        .get(0)
                        .heldUntil())
                .isNull();
        var later = soon.plusNanos(1);
        assertThat(mapping.map(Mappings.recorded(statement, later))
                        .facts()
                        .get(0)
                        .heldUntil())
                .isEqualTo(later);
        var month = Mappings.NOW.minus(Duration.ofDays(30));
        assertThat(mapping.map(Mappings.recorded(statement, month))
                        .facts()
                        .get(0)
                        .late())
                .isFalse();
        assertThat(mapping.map(Mappings.recorded(statement, month.minusNanos(1)))
                        .facts()
                        .get(0)
                        .late())
                .isTrue();
    }

    @Test
    void map_learnerIsLookedForByWhatTheAccountIsToTheLms() {
        Mapping mapping =
                Mappings.of("identity: [{account: {homePage: 'https://m.example', name: username}}, {mbox: email}]");
        Learner learner = Mappings.map(mapping, """
                {"actor": {"name": "Ann", "account": {"homePage": "https://m.example", "name": "ann"}},
                 "verb": {"id": "https://v.example"}, "object": {"id": "https://o.example"}}""").learners().get(0);
        assertThat(learner.own()).isEqualTo(new Identifier("account", "https://m.example", "ann"));
        assertThat(learner.candidates())
                .containsExactly(
                        learner.own(),
                        new Identifier("username", "https://m.example", "ann"),
                        new Identifier("username", "", "ann"));
        assertThat(learner.name()).isEqualTo("Ann");
    }

    @ParameterizedTest
    @CsvSource({"ignore, 0", "members, 2"})
    void map_groupIsNobodyOrItsMembers(String groups, int learners) {
        String group = """
                {"actor": {"objectType": "Group", "member": [{"mbox": "mailto:a@example.org"}, {"mbox": "mailto:b@example.org"}]},
                 "verb": {"id": "https://v.example"}, "object": {"id": "https://o.example"}}""";
        assertThat(Mappings.map(Mappings.of("groups: " + groups), group).learners())
                .hasSize(learners);
    }

    @Test
    void voidReach_unlistedSourcesVoidTheirOwnAndListedOnesWhatTheyMay() {
        Mapping mapping = Mappings.of(
                "trust: {p: {connection: proctor, may: [facts, void]}, q: {connection: quiet, may: [facts]}}");
        assertThat(mapping.voidReach("moodle", null)).isEqualTo(VoidReach.OWN);
        assertThat(mapping.voidReach("proctor", null)).isEqualTo(VoidReach.ANYTHING);
        assertThat(mapping.voidReach("quiet", null)).isEqualTo(VoidReach.NOTHING);
    }

    @Test
    void voidReach_ofAListedAuthority_isOfItsStatementsAlone() {
        Mapping mapping = Mappings.of("trust: {p: {authority: {account: {homePage: 'https://moodle.example.org',"
                + " name: logstore}}, may: [facts, void]}}");
        Actor logstore = new Actor(
                Actor.Type.AGENT,
                null,
                new InverseFunctionalIdentifier.Account("https://moodle.example.org", "logstore"),
                List.of());
        Actor other = new Actor(
                Actor.Type.AGENT,
                null,
                new InverseFunctionalIdentifier.Account("https://moodle.example.org", "other"),
                List.of());
        assertThat(mapping.voidReach("lrs", logstore)).isEqualTo(VoidReach.ANYTHING);
        assertThat(mapping.voidReach("lrs", other)).isEqualTo(VoidReach.OWN);
        assertThat(mapping.voidReach("lrs", null)).isEqualTo(VoidReach.OWN);
    }

    @Test
    void map_sourceThatMayNotBringFactsBringsNone() {
        Mapping mapping = Mappings.of(
                "use: [adl@1]\ntrust: {m: {connection: moodle, may: [void]}}\nactivities: {a: {match: {id: 'https://x.example/1'}}}");
        Mapped mapped =
                Mappings.map(mapping, statement("http://adlnet.gov/expapi/verbs/passed", "https://x.example/1", ""));
        assertThat(mapped.facts()).isEmpty();
        assertThat(mapped.diagnostics()).extracting(Diagnostic::code).containsExactly("not-trusted");
    }

    @Test
    void hash_differsWithTheDocumentAlone() {
        assertThat(Mappings.of("use: [adl@1]").hash())
                .hasSize(64)
                .isEqualTo(Mappings.of("use: [adl@1]").hash())
                .isNotEqualTo(Mappings.of("use: [cmi5@1]").hash());
    }

    @Test
    void standard_knowsVerbsAndNoActivities() {
        assertThat(Mapping.standard().activities()).isEmpty();
        assertThat(Mapping.standard().unknown()).isEqualTo(Mapping.Unknown.PARK);
    }
}
