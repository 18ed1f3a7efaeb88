package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.xapi.StatementReader.Manner;
import tools.jackson.databind.node.ObjectNode;

class StrictReadingTest {
    private final StatementReader first = new StatementReader(Manner.STRICT, XapiVersion.V1_0);
    private final StatementReader second = new StatementReader(Manner.STRICT, XapiVersion.V2_0);

    @Test
    void read_fullStatement_hasNoProblem() {
        assertThat(first.read(Sample.full()).problems()).isEmpty();
        assertThat(second.read(Sample.full()).problems()).isEmpty();
    }

    /** One wrong statement a line: where it is changed, to what ("-" takes it away), where the problem is, by which clause. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /actor | - | `` | 2.4
                    /verb | - | `` | 2.4
                    /object | - | `` | 2.4
                    /Actor | {} | /Actor | 2.4
                    /objectType | "Statement" | /objectType | 2.4
                    /result | null | /result | 2.2
                    /verb | null | /verb | 2.2
                    /actor/name | null | /actor/name | 2.2
                    /result/score/raw | null | /result/score/raw | 2.2
                    /id | "fd41c918-b88b-4b20-a0a5-a4c32391aaa0A" | /id | 4.4
                    /id | "gd41c918-b88b-4b20-a0a5-a4c32391aaa0" | /id | 4.4
                    /id | "1-1-1-1-1" | /id | 4.4
                    /id | 7 | /id | 2.4.1
                    /actor | "Ada" | /actor | 2.4.2.1
                    /actor/objectType | "agent" | /actor/objectType | 2.4.2
                    /actor/objectType | "Person" | /actor/objectType | 2.4.2
                    /actor/objectType | 1 | /actor/objectType | 2.4.2
                    /actor/name | 1 | /actor/name | 2.4.2.1
                    /actor/age | 1 | /actor/age | 2.4.2.1
                    /actor/member | [] | /actor/member | 2.4.2.1
                    /actor/mbox | - | /actor | 2.4.2.3
                    /actor/openid | "https://example.org/a" | /actor | 2.4.2.3
                    /actor/mbox | "ada@example.org" | /actor/mbox | 2.4.2.3
                    /actor/mbox | "mailto:example.org" | /actor/mbox | 2.4.2.3
                    /actor/mbox | "mailto:a b@example.org" | /actor/mbox | 2.4.2.3
                    /actor/mbox | "MAILTO:ada@example.org" | /actor/mbox | 2.4.2.3
                    /actor | {"mbox_sha1sum": "ebd31e95"} | /actor/mbox_sha1sum | 2.4.2.3
                    /actor | {"openid": "openid"} | /actor/openid | 4.3
                    /actor | {"account": {"homePage": "https://example.org"}} | /actor/account | 2.4.2.4
                    /actor | {"account": {"name": "7"}} | /actor/account | 2.4.2.4
                    /actor | {"account": {"homePage": "example", "name": "7"}} | /actor/account/homePage | 4.3
                    /actor | {"account": {"homePage": "https://example.org", "name": 7}} | /actor/account/name | 2.4.2.4
                    /actor | {"account": {"homePage": "https://example.org", "name": "7", "x": 1}} | /actor/account/x | 2.4.2.4
                    /actor | {"account": "7"} | /actor/account | 2.4.2.4
                    /actor | {"objectType": "Group"} | /actor | 2.4.2.2
                    /actor | {"objectType": "Group", "member": {}} | /actor/member | 2.4.2.2
                    /actor | {"objectType": "Group", "member": [{}]} | /actor/member/0 | 2.4.2.3
                    /actor | {"objectType": "Group", "member": [{"objectType": "Group", "mbox": "mailto:a@b.c"}]} | /actor/member/0/objectType | 2.4.2
                    /verb | "passed" | /verb | 2.4.3
                    /verb/id | - | /verb | 2.4.3
                    /verb/id | "passed" | /verb/id | 4.3
                    /verb/id | "http://example.org/pas sed" | /verb/id | 4.3
                    /verb/id | "" | /verb/id | 4.3
                    /verb/name | "x" | /verb/name | 2.4.3
                    /verb/display | "passed" | /verb/display | 2.4.3
                    /verb/display | {"en-US": 1} | /verb/display/en-US | 4.2
                    /verb/display | {"en_US": "x"} | /verb/display/en_US | 4.2
                    /verb/display | {"a12345678": "x"} | /verb/display/a12345678 | 4.2
                    /object | "quiz" | /object | 2.4.4.1
                    /object/objectType | "activity" | /object/objectType | 2.4.4
                    /object/id | - | /object | 2.4.4.1
                    /object/id | "quiz" | /object/id | 4.3
                    /object/title | "x" | /object/title | 2.4.4.1
                    /object/definition | "x" | /object/definition | 2.4.4.1
                    /object/definition/name | "Quiz" | /object/definition/name | 2.4.4.1
                    /object/definition/description | ["x"] | /object/definition/description | 2.4.4.1
                    /object/definition/type | "quiz" | /object/definition/type | 4.3
                    /object/definition/moreInfo | "more" | /object/definition/moreInfo | 4.3
                    /object/definition/Type | "x" | /object/definition/Type | 2.4.4.1
                    /object/definition/extensions | [] | /object/definition/extensions | 2.4.4.1
                    /object/definition/extensions | {"x": 1} | /object/definition/extensions/x | 4.1
                    /object/definition/interactionType | "Choice" | /object/definition/interactionType | 2.4.4.1
                    /object/definition/interactionType | - | /object/definition | 2.4.4.1
                    /object/definition/correctResponsesPattern | "a" | /object/definition/correctResponsesPattern | 2.4.4.1
                    /object/definition/correctResponsesPattern | [1] | /object/definition/correctResponsesPattern | 2.4.4.1
                    /object/definition/choices | {} | /object/definition/choices | 2.4.4.1
                    /object/definition/choices/0/id | - | /object/definition/choices/0 | 2.4.4.1
                    /object/definition/choices/1/id | "a" | /object/definition/choices/1/id | 2.4.4.1
                    /object/definition/choices/0/description | {"x-": "A"} | /object/definition/choices/0/description/x- | 4.2
                    /object/definition/choices/0/name | "A" | /object/definition/choices/0/name | 2.4.4.1
                    /result | [] | /result | 2.4.5
                    /result/passed | true | /result/passed | 2.4.5
                    /result/success | "true" | /result/success | 2.4.5
                    /result/completion | 1 | /result/completion | 2.4.5
                    /result/response | 1 | /result/response | 2.4.5
                    /result/duration | "PA1H" | /result/duration | 4.6
                    /result/duration | 60 | /result/duration | 2.4.5
                    /result/extensions | "x" | /result/extensions | 2.4.5
                    /result/score | 80 | /result/score | 2.4.5.1
                    /result/score/percent | 80 | /result/score/percent | 2.4.5.1
                    /result/score/scaled | "0.8" | /result/score/scaled | 2.4.5.1
                    /result/score/scaled | 1.01 | /result/score/scaled | 2.4.5.1
                    /result/score/scaled | -1.00001 | /result/score/scaled | 2.4.5.1
                    /result/score/raw | 10.5 | /result/score/raw | 2.4.5.1
                    /result/score/raw | -1 | /result/score/raw | 2.4.5.1
                    /result/score | {"min": 3, "max": 2} | /result/score/max | 2.4.5.1
                    /result/score | {"min": 3, "max": 3} | /result/score/max | 2.4.5.1
                    /object/definition | {"correctResponsesPattern": ["a"]} | /object/definition | 2.4.4.1
                    /context | 1 | /context | 2.4.6
                    /context/where | 1 | /context/where | 2.4.6
                    /context/contextAgents | [] | /context/contextAgents | 2.4.6
                    /context/registration | "7" | /context/registration | 4.4
                    /context/instructor | {"name": "Bo"} | /context/instructor | 2.4.2.3
                    /context/team | {"mbox": "mailto:a@b.c"} | /context/team/objectType | 2.4.2
                    /context/team | "red" | /context/team | 2.4.2
                    /context/contextActivities | [] | /context/contextActivities | 2.4.6.2
                    /context/contextActivities/course | [] | /context/contextActivities/course | 2.4.6.2
                    /context/contextActivities/parent | "x" | /context/contextActivities/parent | 2.4.4.1
                    /context/contextActivities/grouping/0 | {"id": "x"} | /context/contextActivities/grouping/0/id | 4.3
                    /context/contextActivities/other/0/objectType | "Agent" | /context/contextActivities/other/0/objectType | 2.4.4
                    /context/revision | 1 | /context/revision | 2.4.6
                    /context/platform | 1 | /context/platform | 2.4.6
                    /context/language | "english-language-of-x" | /context/language | 2.4.6
                    /context/statement | {"objectType": "StatementRef"} | /context/statement | 2.4.4.3
                    /context/statement/objectType | "Statement" | /context/statement/objectType | 2.4.4.3
                    /object | {"objectType": "Agent", "mbox": "mailto:a@b.c"} | /context/revision | 2.4.6
                    /object | {"objectType": "Agent", "mbox": "mailto:a@b.c"} | /context/platform | 2.4.6
                    /object | {"objectType": "StatementRef", "id": "x"} | /object/id | 4.4
                    /object | {"objectType": "StatementRef"} | /object | 2.4.4.3
                    /verb/id | "http://adlnet.gov/expapi/verbs/voided" | /object | 2.3.2
                    /timestamp | "yesterday" | /timestamp | 4.5
                    /timestamp | "2026-03-01T10:02:11-00:00" | /timestamp | 4.5
                    /timestamp | 1772000000 | /timestamp | 2.4.7
                    /stored | "2026-02-30T10:00:00Z" | /stored | 4.5
                    /authority | {"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]} | /authority | 2.4.9
                    /authority | {"objectType": "Group", "mbox": "mailto:a@b.c"} | /authority | 2.4.9
                    /version | "0.9.9" | /version | 2.4.10
                    /version | "2.0.0" | /version | 2.4.10
                    /version | "1.1.0" | /version | 2.4.10
                    /version | 1.0 | /version | 2.4.10
                    /attachments | {} | /attachments | 2.4.11
                    /attachments/0 | 1 | /attachments/0 | 2.4.11
                    /attachments/0/usageType | - | /attachments/0 | 2.4.11
                    /attachments/0/display | - | /attachments/0 | 2.4.11
                    /attachments/0/display | "x" | /attachments/0/display | 2.4.11
                    /attachments/0/contentType | "pdf" | /attachments/0/contentType | 2.4.11
                    /attachments/0/length | 2.5 | /attachments/0/length | 2.4.11
                    /attachments/0/length | "27" | /attachments/0/length | 2.4.11
                    /attachments/0/length | -1 | /attachments/0/length | 2.4.11
                    /attachments/0/length | 9223372036854775808 | /attachments/0/length | 2.4.11
                    /attachments/0/length | - | /attachments/0 | 2.4.11
                    /attachments/0/description | "x" | /attachments/0/description | 2.4.11
                    /attachments/0/sha2 | "x" | /attachments/0/sha2 | 2.4.11
                    /attachments/0/sha2 | - | /attachments/0 | 2.4.11
                    /attachments/0/fileUrl | "file" | /attachments/0/fileUrl | 4.3
                    /attachments/0/name | "x" | /attachments/0/name | 2.4.11
                    """)
    void read_oneFault_saysPlaceAndClause(String pointer, String json, String place, String clause) {
        Reading reading = first.read(Sample.with(pointer, json.equals("-") ? null : json));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.place() + " " + problem.clause())
                        .isEqualTo(place + " 1.0.3 Data " + clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /object/id | "fd41c918-b88b-4b20-a0a5-a4c32391aaa0" | /object/id | 2.4.4.3
                    /object/stored | "2026-03-01T09:02:12Z" | /object/stored | 2.4.4.3
                    /object/version | "1.0.3" | /object/version | 2.4.4.3
                    /object/authority | {"mbox": "mailto:a@b.c"} | /object/authority | 2.4.4.3
                    /object/actor | - | /object | 2.4.4.3
                    /object/verb/id | "x" | /object/verb/id | 4.3
                    /object/object | {"objectType": "SubStatement"} | /object/object/objectType | 2.4.4.3
                    /object/timestamp | "x" | /object/timestamp | 4.5
                    /object/context | {"language": "en", "platform": 1} | /object/context/platform | 2.4.6
                    """)
    void read_faultInSubStatement_saysPlaceAndClause(String pointer, String json, String place, String clause) {
        var statement = Sample.with(Sample.with("/object", Sample.SUB_STATEMENT), "/context", null);

        Reading reading = first.read(Sample.with(statement, pointer, json.equals("-") ? null : json));

        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.place() + " " + problem.clause())
                        .isEqualTo(place + " 1.0.3 Data " + clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /version | "1.0"
                    /version | "1.0.9"
                    /version | -
                    /result/duration | "P3Y1M"
                    /result/duration | "P4W"
                    /result/score/scaled | -1.0
                    /result/score/scaled | 1.000
                    /result/score | {"raw": 12}
                    /result/score | {"raw": 1, "min": 1, "max": 3}
                    /result/score | {"raw": 3, "min": 1, "max": 3}
                    /timestamp | "2026-03-01T10:02:11"
                    /object | {"id": "https://example.org/without-type"}
                    /actor | {"objectType": "Group", "mbox": "mailto:a@b.c"}
                    /actor | {"mbox": "mailto:\\"a@b\\"@example.org"}
                    /authority | {"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}, {"mbox": "mailto:b@b.c"}]}
                    /attachments/0/length | 27.0
                    /attachments/0/length | 0
                    /attachments/0/length | 9223372036854775807
                    /attachments | []
                    /verb/id | "http://adlnet.gov/xapi/verbs/passed(to_go_beyond)"
                    /object/id | "act:wrapper_test1"
                    /object/id | "https://example.org/fühler?a[]=1#x"
                    """)
    void read_unusualButAllowed_hasNoProblem(String pointer, String json) {
        assertThat(first.read(Sample.with(pointer, json.equals("-") ? null : json))
                        .problems())
                .isEmpty();
    }

    @Test
    void read_severalFaults_saysAllAtOnce() {
        var statement = Sample.with(Sample.with(Sample.with("/verb", null), "/result/success", "1"), "/id", "\"x\"");

        assertThat(first.read(statement).problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("", "/result/success", "/id");
    }

    @Test
    void read_faultsOneAfterTheOther_haveTheirOwnPlaces() {
        var statement = Sample.full();
        Sample.with(statement, "/actor/age", "1");
        Sample.with(statement, "/actor/name", "null");
        Sample.with(statement, "/verb", "null");
        Sample.with(statement, "/object/definition/name", "{\"en\": 1, \"e_n\": \"x\"}");
        Sample.with(statement, "/result/extensions", "{\"x\": 1}");
        Sample.with(statement, "/result/success", "1");
        Sample.with(statement, "/timestamp", "\"x\"");
        Sample.with(statement, "/version", "1");
        Sample.with(
                statement,
                "/attachments",
                "[{\"display\": {}, \"usageType\": \"x:y\", \"contentType\": \"a/b\", \"length\": -1, \"sha2\": \"x\"}, 1]");

        assertThat(first.read(statement).problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "/actor/age",
                        "/actor/name",
                        "/verb",
                        "/object/definition/name/en",
                        "/object/definition/name/e_n",
                        "/result/extensions/x",
                        "/result/success",
                        "/timestamp",
                        "/attachments/0/length",
                        "/attachments/0/sha2",
                        "/attachments/1",
                        "/version");
    }

    @Test
    void read_faultsInWhatSecondAdds_haveTheirOwnPlaces() {
        var statement = Sample.with("/version", "\"2.0.0\"");
        Sample.with(
                statement,
                "/context/contextAgents",
                "[{\"objectType\": \"contextAgent\", \"agent\": {}, \"relevantTypes\": [1, \"x\"]}, 1]");
        Sample.with(statement, "/context/contextGroups", "[{\"objectType\": \"contextGroup\", \"group\": {}}]");
        Sample.with(statement, "/context/registration", "7");

        assertThat(second.read(statement).problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "/context/contextAgents/0/agent",
                        "/context/contextAgents/0/relevantTypes/0",
                        "/context/contextAgents/0/relevantTypes/1",
                        "/context/contextAgents/1",
                        "/context/contextGroups/0/group/objectType",
                        "/context/registration");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /verb | "x" | "x" | an object
                    /verb | 1.50 | 1.50 | an object
                    /verb | true | true | an object
                    /verb | [] | an empty array | an object
                    /verb | [1] | an array | an object
                    /result/success | {} | an empty object | true or false
                    /result/success | {"a": 1} | an object | true or false
                    /result/success | "" | "" | true or false
                    /object/objectType | 7 | no string | Activity, Agent
                    /object/objectType | "Thing" | "Thing" | Activity, Agent
                    /result/score/raw | 12 | 12 | at most max, 10
                    /version | "3" | "3" | 1.0 or 1.0.x
                    /authority | {"objectType": "Group", "mbox": "mailto:a@b.c"} | an identified group | an agent, or an anonymous
                    /authority | {"objectType": "Group", "member": []} | a group of 0 | an agent, or an anonymous
                    """)
    void read_fault_saysWhatWasFoundAndExpected(String pointer, String json, String found, String expected) {
        assertThat(first.read(Sample.with(pointer, json)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo(found))
                .satisfies(problem -> assertThat(problem.expected()).startsWith(expected));
    }

    @Test
    void read_longText_isCutInWhatIsTold() {
        assertThat(first.read(Sample.with("/result/success", '"' + "x".repeat(120) + '"'))
                        .problems())
                .extracting(Problem::found)
                .containsExactly('"' + "x".repeat(120) + '"');
        assertThat(first.read(Sample.with("/result/success", '"' + "x".repeat(121) + '"'))
                        .problems())
                .extracting(Problem::found)
                .containsExactly('"' + "x".repeat(120) + "…\"");
    }

    @Test
    void read_versionUnderSecond_saysWhichItTakes() {
        assertThat(second.read(Sample.with("/version", "\"3\"")).problems())
                .extracting(Problem::expected)
                .containsExactly("2.0.0, 1.0 or 1.0.x");
    }

    @ParameterizedTest
    @CsvSource({
        "mbox, mbox_sha1sum",
        "mbox, openid",
        "mbox, account",
        "mbox_sha1sum, openid",
        "mbox_sha1sum, account",
        "openid, account"
    })
    void read_twoIdentifiers_areTold(String one, String other) {
        ObjectNode all = Sample.object("""
                {"mbox": "mailto:a@example.org", "mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9",
                 "openid": "https://openid.example.org/1", "account": {"homePage": "https://example.org", "name": "7"}}
                """);
        all.retain(one, other);

        assertThat(first.read(Sample.with("/actor", all.toString())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo("2 identifiers"));
    }

    @Test
    void read_noObject_saysSo() {
        assertThat(first.read(Sample.json("[]")).problems())
                .extracting(Problem::toString)
                .containsExactly(": found an empty array, expected an object (1.0.3 Data 2.4)");
    }

    @Test
    void read_wrongCase_suggestsTheRightOne() {
        assertThat(first.read(Sample.with("/Verb", "1")).problems())
                .extracting(Problem::expected)
                .containsExactly("\"verb\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /version | "1.2.0" | /version | 4.2.4.3
                    /timestamp | "2026-03-01T10:02:11" | /timestamp | 4.2.7
                    /context/contextAgents | {} | /context/contextAgents | 4.2.2.5
                    /context/contextAgents | [{"objectType": "Agent", "agent": {"mbox": "mailto:a@b.c"}}] | /context/contextAgents/0/objectType | 4.2.2.5
                    /context/contextAgents | [{"objectType": "contextAgent"}] | /context/contextAgents/0 | 4.2.2.5
                    /context/contextAgents | [{"objectType": "contextAgent", "agent": {}}] | /context/contextAgents/0/agent | 4.2.2.1
                    /context/contextAgents | [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}, "relevantTypes": []}] | /context/contextAgents/0/relevantTypes | 4.2.2.5
                    /context/contextAgents | [{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}, "relevantTypes": ["x"]}] | /context/contextAgents/0/relevantTypes/0 | 4.2.7
                    /context/contextGroups | [{"objectType": "contextGroup", "group": {"mbox": "mailto:a@b.c"}}] | /context/contextGroups/0/group/objectType | 4.2.2.1
                    """)
    void read_faultUnderSecond_saysItsClause(String pointer, String json, String place, String clause) {
        assertThat(second.read(Sample.with(pointer, json)).problems())
                .anySatisfy(problem ->
                        assertThat(problem.place() + " " + problem.clause()).isEqualTo(place + " 2.0 §" + clause));
    }

    @Test
    void read_secondsOwn_isTakenUnderSecond() {
        var statement = Sample.with("/version", "\"2.0.0\"");
        Sample.with(
                statement,
                "/context/contextGroups",
                "[{\"objectType\": \"contextGroup\", \"group\": {\"objectType\": \"Group\", \"mbox\": \"mailto:a@b.c\"},"
                        + " \"relevantTypes\": [\"https://example.org/type\"]}]");

        assertThat(second.read(statement).problems()).isEmpty();
    }
}
