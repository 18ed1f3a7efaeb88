package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Course structures of cmi5: how they are written, and which statements are about which part of them. */
class StructureTest {
    private static final String COURSE = """
            use: [adl@1, cmi5@1]
            activities:
              netsec:
                match: [{publisher: "https://pub.example/netsec"}, {id: "https://lms.example/course/7"}]
                structure:
                  tcp: {publisher: "https://pub.example/tcp", title: TCP, moveOn: CompletedAndPassed}
                  labs:
                    publisher: "https://pub.example/labs"
                    match: {id: "https://lms.example/block/3"}
                    structure:
                      lab-1: {publisher: "https://pub.example/lab-1", moveOn: Passed, mastery: 0.7}
                      deep:
                        publisher: "https://pub.example/deep"
                        structure:
                          survey: {publisher: "https://pub.example/survey", moveOn: NotApplicable}
              other:
                match: {id: "https://lms.example/other"}
            """;
    private static final Mapping MAPPING = Mappings.of(COURSE);
    private static final String PASSED = "http://adlnet.gov/expapi/verbs/passed";
    private static final String SATISFIED = "https://w3id.org/xapi/adl/verbs/satisfied";
    private static final String TYPES = "https://w3id.org/xapi/cmi5/activitytype/";

    @Test
    void structure_listsWhatEachPartIs_andRulesCanNameIt() {
        Structure.Unit tcp = new Structure.Unit("tcp", Structure.MoveOn.COMPLETED_AND_PASSED);
        Structure.Unit lab = new Structure.Unit("lab-1", Structure.MoveOn.PASSED);
        Structure.Unit survey = new Structure.Unit("survey", Structure.MoveOn.NOT_APPLICABLE);
        assertThat(MAPPING.structures())
                .hasSize(6)
                .containsEntry("netsec", new Structure(Cmi5.Level.COURSE, List.of(tcp, lab, survey)))
                .containsEntry("labs", new Structure(Cmi5.Level.BLOCK, List.of(lab, survey)))
                .containsEntry("survey", new Structure(Cmi5.Level.AU, List.of(survey)));
        assertThat(MAPPING.activities().keySet())
                .containsExactly("netsec", "tcp", "labs", "lab-1", "deep", "survey", "other");
        assertThat(MAPPING.activities()).containsEntry("tcp", "TCP").containsEntry("lab-1", "lab-1");
    }

    @Test
    void unit_isKnownByItsPublisherIdInGrouping_ofCmi5sOwnAlone() {
        assertThat(labels(cmi5(PASSED, null, "https://pub.example/tcp"))).containsExactly("tcp");
        assertThat(labels(statement(PASSED, null, "https://c.example", "https://pub.example/tcp")))
                .isEmpty();
    }

    @Test
    void whatAUnitDid_isNotDoneOnTheCourseThatGroupingNamesBesideIt() {
        assertThat(labels(cmi5(PASSED, null, "https://pub.example/netsec", "https://pub.example/lab-1")))
                .containsExactly("lab-1");
    }

    @Test
    void satisfied_isAboutWhatTheTypeOfItsObjectSays() {
        String[] all = {"https://pub.example/netsec", "https://pub.example/labs", "https://pub.example/lab-1"};
        assertThat(labels(cmi5(SATISFIED, TYPES + "course", all))).containsExactly("netsec");
        assertThat(labels(cmi5(SATISFIED, TYPES + "block", all))).containsExactly("labs");
        assertThat(labels(cmi5(SATISFIED, null, all))).containsExactly("netsec", "labs");
    }

    @Test
    void block_isKnownByTheIdThatTheLmsGaveIt() {
        assertThat(labels(cmi5(SATISFIED, TYPES + "block", "https://pub.example/tcp")
                        .replace("https://lms.example/au", "https://lms.example/block/3")))
                .containsExactly("labs");
    }

    @Test
    void fact_keepsTheLevelThatTheTypeSays() {
        assertThat(level(TYPES + "course")).isEqualTo(Cmi5.Level.COURSE);
        assertThat(level(TYPES + "block")).isEqualTo(Cmi5.Level.BLOCK);
        assertThat(level("http://adlnet.gov/expapi/activities/course")).isNull();
    }

    @Test
    void mastery_ofAUnit_isWhatItsScoreIsHeldAgainst() {
        String more = context("https://w3id.org/xapi/cmi5/context/categories/cmi5", "https://pub.example/lab-1")
                + ", \"result\": {\"score\": {\"scaled\": 0.69}}";
        Fact fact = Mappings.only(MAPPING, Mappings.statement(PASSED, "https://lms.example/au", more));
        assertThat(fact.success()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "structure: {}                                   | (activities.c.structure)          | at least one unit",
                "structure: [x]                                  | (activities.c.structure)          | a map",
                "structure: {u: {moveOn: Passed}}                | (activities.c.structure.u)        | \"publisher\" here",
                "structure: {u: {publisher: 'x:u'}}              | (activities.c.structure.u)        | \"moveOn\" here",
                "structure: {u: {publisher: u, moveOn: Passed}}  | (activities.c.structure.u.publisher) | an IRI",
                "structure: {u: {publisher: 'x:u', moveOn: Pased}} | (activities.c.structure.u.moveOn) | did you mean \"Passed\"?",
                "structure: {'u u': {publisher: 'x:u', moveOn: Passed}} | (activities.c.structure.u u) | letters, digits",
                "structure: {c: {publisher: 'x:u', moveOn: Passed}} | (activities.c.structure.c)     | every label once",
                "structure: {u: {publisher: 'x:u', moveOn: Passed}, v: {publisher: 'x:u', moveOn: Passed}} | (activities.c.structure.v.publisher) | of its own",
                "structure: {u: {publisher: 'x:u', moveOn: Passed, structure: {v: {publisher: 'x:v', moveOn: Passed}}}} | (activities.c.structure.u.moveOn) | one of",
            })
    void mistake_isToldWithItsPlace(String structure, String place, String expected) {
        MappingReader.Answer answer = MappingReader.read(
                "m.yaml",
                "{brl: 1, kind: mapping, name: m, version: 1, activities: {c: {match: {id: 'x:c'}, " + structure
                        + "}}}");
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).contains(place);
            assertThat(problem.expected()).contains(expected);
        });
    }

    private static List<String> labels(String statement) {
        return Mappings.map(MAPPING, statement).facts().stream()
                .map(Fact::activity)
                .toList();
    }

    private static Cmi5.Level level(String type) {
        String statement = cmi5(SATISFIED, type, "https://pub.example/none")
                .replace("https://lms.example/au", "https://lms.example/course/7");
        return Mappings.only(MAPPING, statement).cmi5().level();
    }

    private static String cmi5(String verb, String type, String... grouping) {
        return statement(verb, type, "https://w3id.org/xapi/cmi5/context/categories/cmi5", grouping);
    }

    private static String statement(String verb, String type, String category, String... grouping) {
        String definition =
                type == null ? "" : "\", \"definition\": {\"type\": \"" + type + "\"}, \"objectType\": \"Activity";
        return Mappings.statement(verb, "https://lms.example/au" + definition, context(category, grouping));
    }

    private static String context(String category, String... grouping) {
        return "\"context\": {\"registration\": \"7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1\", \"contextActivities\": {"
                + "\"category\": [{\"id\": \"" + category + "\"}], \"grouping\": [{\"id\": \""
                + String.join("\"}, {\"id\": \"", grouping) + "\"}]}}";
    }
}
