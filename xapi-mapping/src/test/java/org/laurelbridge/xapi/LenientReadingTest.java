package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.Account;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.Mbox;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.MboxSha1Sum;
import org.laurelbridge.xapi.InverseFunctionalIdentifier.OpenId;
import org.laurelbridge.xapi.StatementObject.Activity;
import org.laurelbridge.xapi.StatementReader.Manner;
import tools.jackson.databind.node.ObjectNode;

class LenientReadingTest {
    private final StatementReader reader = new StatementReader(Manner.LENIENT, XapiVersion.V1_0);

    @Test
    void read_fullStatement_givesEveryPart() {
        Statement statement = usable(Sample.full()).statement();

        assertThat(statement.id()).isEqualTo(UUID.fromString("fd41c918-b88b-4b20-a0a5-a4c32391aaa0"));
        assertThat(statement.actor().identifier()).isEqualTo(new Mbox("ada@example.org"));
        assertThat(statement.verb().id()).isEqualTo("http://adlnet.gov/expapi/verbs/passed");
        assertThat(statement.object())
                .isEqualTo(new Activity(
                        "https://example.org/quiz/1", "http://adlnet.gov/expapi/activities/cmi.interaction"));
        assertThat(statement.timestamp()).isEqualTo(Instant.parse("2026-03-01T09:02:11.123456789Z"));
        assertThat(statement.attachments())
                .containsExactly(new Attachment(
                        "https://example.org/certificate",
                        "application/pdf; v=1",
                        27,
                        "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
                        "https://example.org/file.pdf"));
        assertThat(statement.stored()).isEqualTo(Instant.parse("2026-03-01T09:02:12Z"));
        assertThat(statement.authority())
                .isEqualTo(new Actor(Actor.Type.AGENT, null, new Account("https://example.org", "lrs"), List.of()));
    }

    @Test
    void read_result_keepsExactNumbers() {
        Result result = usable(Sample.full()).statement().result();

        assertThat(result).isNotNull();
        assertThat(result.score())
                .isEqualTo(new Score(
                        new BigDecimal("0.8"), new BigDecimal("8"), new BigDecimal("0"), new BigDecimal("10")));
        assertThat(result.duration()).isEqualTo("PT4H35M59.14S");
    }

    @Test
    void read_context_givesActivitiesInEveryShape() {
        Context context = usable(Sample.full()).statement().context();

        assertThat(context).isNotNull();
        assertThat(context.parent()).containsExactly(new Activity("https://example.org/course/1", null));
        assertThat(context.grouping()).hasSize(1);
        assertThat(context.category()).isEmpty();
        assertThat(context.other()).containsExactly(new Activity("https://example.org/other", null));
        assertThat(context.registration()).isEqualTo(UUID.fromString("ec531277-b57b-4c15-8d91-d292c5b2b8f7"));
        assertThat(context.instructor())
                .isEqualTo(new Actor(Actor.Type.AGENT, "Bo", new Account("https://example.org", "7"), List.of()));
        assertThat(context.extensions().propertyNames()).containsExactly("https://example.org/ext");
        assertThat(context.statement()).isEqualTo(UUID.fromString("8f87ccde-bb56-4c2e-ab83-44982ef22df0"));
    }

    @Test
    void read_mbox_isLowerCase() {
        Statement statement = usable(Sample.with("/actor/mbox", "\"mailto:Ada.L@Example.ORG\""))
                .statement();

        assertThat(statement.actor().identifier()).isEqualTo(new Mbox("ada.l@example.org"));
    }

    @Test
    void read_group_givesMembers() {
        Actor team = usable(
                        Sample.with("/actor", Sample.full().at("/context/team").toString()))
                .statement()
                .actor();

        assertThat(team.identifier()).isNull();
        assertThat(team.members())
                .extracting(Actor::identifier)
                .containsExactly(
                        new OpenId("https://openid.example.org/1"),
                        new MboxSha1Sum("ebd31e95054c018b10727ccffd2ef2ec3a016ee9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /object/definition | "plain"
                    /object/definition/name | "plain"
                    /object/definition/type | 7
                    /object/definition/interactionType | "Choice"
                    /verb/display | "passed"
                    /verb/display | {"en_US": 7}
                    /verb/id | "http://example.org/pas sed"
                    /object/id | "act:wrapper test"
                    /surplus | 1
                    /actor/surplus | 1
                    /object/surplus | 1
                    /result/surplus | 1
                    /result/extensions | {"no-iri": 1}
                    /result/score/scaled | 4
                    /result/score/raw | null
                    /result | null
                    /actor/name | null
                    /context | 1
                    /context/registration | "x"
                    /context/instructor | {}
                    /context/contextActivities/grouping/0 | {}
                    /context/language | "x"
                    /id | "x"
                    /timestamp | "x"
                    /stored | 1
                    /authority | {}
                    /version | "0.9"
                    /attachments | 1
                    /attachments/0/sha2 | "x"
                    """)
    void read_harmlessFault_isKeptWithDiagnostic(String pointer, String json) {
        assertThat(usable(Sample.with(pointer, json)).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /actor | {"name": "Ada"}
                    /actor | null
                    /actor/openid | "https://example.org/a"
                    /actor/mbox | "ada"
                    /actor/objectType | "Person"
                    /verb | {}
                    /verb/id | "passed"
                    /object/id | "quiz"
                    /object/objectType | "Thing"
                    /object | {"objectType": "StatementRef", "id": "x"}
                    /verb/id | "http://adlnet.gov/expapi/verbs/voided"
                    /result | "80"
                    /result/score | 80
                    /result/score/raw | "80"
                    /result/success | "true"
                    /result/duration | "1 hour"
                    """)
    void read_faultThatCounts_isRefused(String pointer, String json) {
        assertThat(reader.read(Sample.with(pointer, json))).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void read_refused_namesTheReasonFirst() {
        ObjectNode statement = Sample.with(Sample.with("/object/definition/name", "\"plain\""), "/result/success", "1");

        assertThat(reader.read(statement).problems())
                .extracting(Problem::place)
                .containsExactly("/result/success", "/object/definition/name");
    }

    @Test
    void read_faultyPart_isLeftOutAlone() {
        Context context =
                usable(Sample.with("/context/registration", "7")).statement().context();

        assertThat(context).isNotNull();
        assertThat(context.registration()).isNull();
        assertThat(context.parent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"sha2, '\"x\"'", "contentType, '\"pdf\"'", "length, -1", "usageType, '\"x\"'"})
    void read_faultyAttachment_isLeftOutAlone(String member, String json) {
        assertThat(usable(Sample.with("/attachments/0/" + member, json))
                        .statement()
                        .attachments())
                .isEmpty();
    }

    @Test
    void read_faultInSubStatement_isNeverGrave() {
        ObjectNode statement = Sample.with("/object", Sample.SUB_STATEMENT);

        assertThat(usable(Sample.with(statement, "/object/actor", "7")).problems())
                .isNotEmpty();
        assertThat(reader.read(Sample.with(statement, "/result/success", "1"))).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void read_authority_ofTwoAgents_isKept() {
        Actor authority = usable(
                        Sample.with(
                                "/authority",
                                "{\"objectType\": \"Group\", \"member\": [{\"mbox\": \"mailto:a@b.c\"}, {\"mbox\": \"mailto:b@b.c\"}]}"))
                .statement()
                .authority();

        assertThat(authority).isNotNull();
        assertThat(authority.members()).hasSize(2);
        assertThat(usable(Sample.with("/authority", "{\"objectType\": \"Group\", \"member\": []}"))
                        .statement()
                        .authority())
                .isNull();
    }

    @Test
    void read_activityWithFaultyDefinition_hasNoType() {
        assertThat(usable(Sample.with("/object/definition", "\"plain\""))
                        .statement()
                        .object())
                .isEqualTo(new Activity("https://example.org/quiz/1", null));
    }

    @Test
    void read_voiding_namesItsTarget() {
        ObjectNode statement = Sample.with("/verb/id", "\"" + Verb.VOIDED + "\"");
        Sample.with(
                statement,
                "/object",
                "{\"objectType\": \"StatementRef\", \"id\": \"8F87CCDE-bb56-4c2e-ab83-44982ef22df0\"}");

        assertThat(usable(statement).statement().voids())
                .isEqualTo(UUID.fromString("8f87ccde-bb56-4c2e-ab83-44982ef22df0"));
    }

    private Reading.Usable usable(ObjectNode statement) {
        return reader.read(statement).fold(usable -> usable, refused -> {
            throw new AssertionError(refused.problems().toString());
        });
    }
}
