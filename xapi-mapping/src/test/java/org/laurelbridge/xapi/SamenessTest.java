package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SamenessTest {
    private final Sameness sameness = new Sameness();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /authority | -
                    /authority | {"mbox": "mailto:other@example.org"}
                    /stored | "2027-01-01T00:00:00Z"
                    /version | -
                    /attachments | -
                    /timestamp | -
                    /timestamp | "2026-03-01T09:02:11.123456789Z"
                    /verb/display | -
                    /verb/display | {"de": "bestanden"}
                    /object/definition | -
                    /object/definition/name | {"en": "Renamed"}
                    /object/objectType | -
                    /actor/objectType | -
                    /actor/mbox | "mailto:ada@EXAMPLE.org"
                    /context/contextActivities/parent | [{"objectType": "Activity", "id": "https://example.org/course/1"}]
                    /context/contextActivities/other | {"id": "https://example.org/other", "definition": {}}
                    /context/team/member | [{"mbox_sha1sum": "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}, {"objectType": "Agent", "openid": "https://openid.example.org/1"}]
                    /context/instructor/objectType | "Agent"
                    /context/statement/id | "8F87CCDE-BB56-4C2E-AB83-44982EF22DF0"
                    /context/registration | "EC531277-B57B-4C15-8D91-D292C5B2B8F7"
                    /context/language | "en-gb"
                    /result/duration | "PT4H35M59.149S"
                    /result/score | {"raw": 8.0, "min": 0.00, "max": 1e1, "scaled": 0.80}
                    /result/extensions | {"https://example.org/ext": [1.5, null]}
                    """)
    void same_whatDoesNotCount_isIgnored(String pointer, String json) {
        ObjectNode other = Sample.with(pointer, json.equals("-") ? null : json);

        assertThat(sameness.same(Sample.full(), other)).isTrue();
        assertThat(sameness.same(other, Sample.full())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /timestamp | "2026-03-01T10:02:11.123456788+01:00"
                    /timestamp | "broken"
                    /actor/mbox | "mailto:ADA@example.org"
                    /actor/mbox | "mailto:adA@example.org"
                    /actor/name | "Eve"
                    /actor/name | -
                    /verb/id | "http://adlnet.gov/expapi/verbs/failed"
                    /object/id | "https://example.org/QUIZ/1"
                    /object/objectType | "Agent"
                    /result | -
                    /result/success | false
                    /result/duration | "PT4H35M59.13S"
                    /result/duration | "PT16559.14S"
                    /result/score/raw | 8.01
                    /result/extensions | {"https://example.org/ext": [null, 1.5]}
                    /context/registration | "ec531277-b57b-4c15-8d91-d292c5b2b8f8"
                    /context/contextActivities/parent | []
                    /context/team/member/0 | {"openid": "https://openid.example.org/2"}
                    /surplus | 1
                    """)
    void same_whatCounts_differs(String pointer, String json) {
        ObjectNode other = Sample.with(pointer, json.equals("-") ? null : json);

        assertThat(sameness.same(Sample.full(), other)).isFalse();
        assertThat(sameness.same(other, Sample.full())).isFalse();
    }

    @Test
    void same_subStatements_areComparedAsStatements() {
        ObjectNode first = Sample.with("/object", Sample.SUB_STATEMENT);
        ObjectNode second = Sample.with("/object", Sample.SUB_STATEMENT);
        Sample.with(second, "/object/timestamp", "\"2027-01-01T01:00:00+01:00\"");
        Sample.with(second, "/object/verb/display", "{}");

        assertThat(sameness.same(first, second)).isTrue();
        assertThat(sameness.same(first, Sample.with(second, "/object/timestamp", "\"2027-01-01T01:00:00Z\"")))
                .isFalse();
    }

    @Test
    void same_agentsAndGroupsOfSecond_areComparedAsActors() {
        ObjectNode first = Sample.full();
        Sample.with(first, "/context/contextAgents", "[{\"agent\": {\"mbox\": \"mailto:a@b.c\"}}, 1]");
        Sample.with(
                first,
                "/context/contextGroups",
                "[{\"group\": {\"objectType\": \"Group\", \"member\": ["
                        + "{\"mbox\": \"mailto:a@b.c\"}, {\"mbox\": \"mailto:d@e.f\"}]}}]");
        ObjectNode second = Sample.full();
        Sample.with(
                second,
                "/context/contextAgents",
                "[{\"agent\": {\"objectType\": \"Agent\", \"mbox\": \"mailto:a@B.c\"}}, 1]");
        Sample.with(
                second,
                "/context/contextGroups",
                "[{\"group\": {\"objectType\": \"Group\", \"member\": ["
                        + "{\"mbox\": \"mailto:d@e.f\"}, {\"mbox\": \"mailto:a@b.c\"}]}}]");

        assertThat(sameness.same(first, second)).isTrue();
    }

    @Test
    void same_leavesBothAlone() {
        ObjectNode first = Sample.full();
        sameness.same(first, Sample.full());

        assertThat(first.toString()).isEqualTo(Sample.full().toString());
    }

    @Test
    void addition_timestampOfSecond_whenFirstHasNone() {
        assertThat(sameness.addition(Sample.with("/timestamp", null), Sample.full()))
                .isEqualTo(new Addition(Instant.parse("2026-03-01T09:02:11.123456789Z"), null));
    }

    @Test
    void addition_timestampOfSecond_whenFirstHasNull() {
        assertThat(sameness.addition(Sample.with("/timestamp", "null"), Sample.full()))
                .isNotNull();
    }

    @Test
    void addition_activityType_whenAbsentOrDifferent() {
        String type = "http://adlnet.gov/expapi/activities/cmi.interaction";

        assertThat(sameness.addition(Sample.with("/object/definition", null), Sample.full()))
                .isEqualTo(new Addition(null, type));
        assertThat(sameness.addition(Sample.with("/object/definition/type", "\"urn:x\""), Sample.full()))
                .isEqualTo(new Addition(null, type));
    }

    @Test
    void addition_ofNothingNew_isNull() {
        assertThat(sameness.addition(Sample.full(), Sample.full())).isNull();
        assertThat(sameness.addition(Sample.full(), Sample.with("/object/definition", null)))
                .isNull();
    }
}
