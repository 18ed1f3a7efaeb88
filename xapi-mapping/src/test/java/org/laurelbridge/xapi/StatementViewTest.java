package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StatementViewTest {
    private static final UUID ID = UUID.fromString("6f1d6a2c-7b41-4e4b-9d53-0f9e6b6e5a3c");
    private static final Instant STORED = Instant.parse("2026-03-01T12:00:00.000001Z");
    private static final ObjectNode AUTHORITY = Sample.object("{\"mbox\": \"mailto:lrs@example.org\"}");
    private static final String BARE = """
            {"actor": {"mbox": "mailto:ada@example.org"}, "verb": {"id": "urn:passed"}, "object": {"id": "urn:quiz"}}
            """;

    private final StatementView first = new StatementView(XapiVersion.V1_0);
    private final StatementView second = new StatementView(XapiVersion.V2_0);

    @Test
    void show_bareStatement_getsWhatAnLrsAssigns() {
        ObjectNode shown = first.show(Sample.object(BARE), ID, STORED, AUTHORITY);

        assertThat(shown.get("id").stringValue()).isEqualTo(ID.toString());
        assertThat(shown.get("stored").stringValue()).isEqualTo("2026-03-01T12:00:00.000001Z");
        assertThat(shown.get("timestamp")).isEqualTo(shown.get("stored"));
        assertThat(shown.get("authority")).isEqualTo(AUTHORITY);
        assertThat(shown.get("version").stringValue()).isEqualTo("1.0.0");
        assertThat(second.show(Sample.object(BARE), ID, STORED, null)
                        .get("version")
                        .stringValue())
                .isEqualTo("2.0.0");
    }

    @Test
    void show_givenVersionAndTimestamp_stayAsSent() {
        ObjectNode shown = first.show(Sample.full(), ID, STORED, null);

        assertThat(shown.get("version").stringValue()).isEqualTo("1.0.3");
        assertThat(shown.get("timestamp").stringValue()).isEqualTo("2026-03-01T10:02:11.123456789+01:00");
        assertThat(shown.get("authority")).isEqualTo(Sample.full().get("authority"));
    }

    @Test
    void show_underSecond_timesAreInUtc() {
        ObjectNode shown = second.show(Sample.full(), ID, STORED, null);

        assertThat(shown.get("timestamp").stringValue()).isEqualTo("2026-03-01T09:02:11.123456789Z");
    }

    @Test
    void show_singleContextActivity_isAnArray() {
        ObjectNode shown = first.show(Sample.full(), ID, STORED, null);

        assertThat(shown.at("/context/contextActivities/parent/0/id").stringValue())
                .isEqualTo("https://example.org/course/1");
    }

    @Test
    void show_subStatement_isShownByTheSameRules() {
        ObjectNode sent = Sample.with("/object", Sample.SUB_STATEMENT);
        Sample.with(sent, "/object/timestamp", "\"2027-01-01T01:00:00+01:00\"");
        Sample.with(sent, "/object/context", "{\"contextActivities\": {\"parent\": {\"id\": \"urn:course\"}}}");

        ObjectNode shown = second.show(sent, ID, STORED, null);

        assertThat(shown.at("/object/timestamp").stringValue()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(shown.at("/object/context/contextActivities/parent/0/id").stringValue())
                .isEqualTo("urn:course");
    }

    @Test
    void show_isReadStrictlyAgain_andIsTheSameStatement() {
        ObjectNode shown = first.show(Sample.full(), ID, STORED, AUTHORITY);

        assertThat(new Sameness().same(Sample.full(), shown)).isTrue();
        assertThat(new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0)
                        .read(shown)
                        .problems())
                .isEmpty();
    }

    @Test
    void show_leavesWhatWasSentAlone() {
        ObjectNode sent = Sample.full();
        first.show(sent, ID, STORED, AUTHORITY);

        assertThat(sent).isEqualTo(Sample.full());
    }
}
