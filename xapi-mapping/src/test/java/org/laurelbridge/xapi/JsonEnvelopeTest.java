package org.laurelbridge.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.xapi.Json.Parsed;

class JsonEnvelopeTest {

    @Test
    void elements_amongOtherMembers_comeWithTheirPlaces() {
        byte[] text = "{\"a\":[1],\"statements\":[{\"é\":1}, {\"b\" : [2]}],\"more\":\"/x\"}".getBytes(UTF_8);
        JsonEnvelope envelope = envelope(text);
        List<String> slices = new ArrayList<>();

        envelope.forEachRemaining(parsed ->
                slices.add(new String(text, (int) envelope.start(), (int) (envelope.end() - envelope.start()), UTF_8)));

        assertThat(slices).containsExactly("{\"é\":1}", "{\"b\" : [2]}");
        assertThat(envelope.rest().path("more").asString()).isEqualTo("/x");
        assertThat(envelope.trouble()).isNull();
    }

    @Test
    void element_thatMayNotBeRead_isBrokenAndTheNextFollows() {
        JsonEnvelope envelope = envelope("{\"statements\":[{\"a\":1,\"a\":2},{}]}".getBytes(UTF_8));

        assertThat(envelope.next()).isInstanceOf(Parsed.Broken.class);
        assertThat(envelope.next()).isInstanceOf(Parsed.Value.class);
        assertThat(envelope.hasNext()).isFalse();
        assertThat(envelope.trouble()).isNull();
    }

    @Test
    void text_cutOff_isTrouble() {
        assertThat(troubleOf("{\"statements\":[{}")).contains("broken JSON");
    }

    @Test
    void text_withoutTheArray_isTrouble() {
        assertThat(troubleOf("{\"more\":\"\"}")).contains("no array \"statements\"");
        assertThat(troubleOf("[]")).contains("an object with \"statements\"");
        assertThat(troubleOf("<html>")).contains("broken JSON");
        assertThat(troubleOf("{\"statements\":[]} {}")).contains("more after the object");
    }

    @Test
    void text_notUtf8_isTrouble() {
        byte[] bytes = "{\"statements\":[{\"a\":\"x\"}]}".getBytes(UTF_8);
        bytes[21] = (byte) 0xFF;
        JsonEnvelope envelope = envelope(bytes);

        envelope.forEachRemaining(parsed -> {});

        assertThat(String.valueOf(envelope.trouble())).contains("byte 21").contains("no UTF-8");
    }

    private static String troubleOf(String text) {
        JsonEnvelope envelope = envelope(text.getBytes(UTF_8));
        envelope.forEachRemaining(parsed -> {});
        return String.valueOf(envelope.trouble());
    }

    private static JsonEnvelope envelope(byte[] text) {
        return new Json().envelope(new ByteArrayInputStream(text), "statements");
    }
}
