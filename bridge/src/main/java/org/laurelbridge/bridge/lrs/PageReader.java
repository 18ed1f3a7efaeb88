package org.laurelbridge.bridge.lrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lrs.LrsReply.Failed;
import org.laurelbridge.bridge.lrs.LrsReply.Got;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.JsonEnvelope;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;

/** Reads what an LRS answers. */
final class PageReader {
    private final Json json = new Json();

    LrsReply<LrsPage> page(Answer answer) {
        JsonEnvelope envelope = json.envelope(new ByteArrayInputStream(answer.body()), "statements");
        List<LrsPage.Held> statements = new ArrayList<>();
        envelope.forEachRemaining(parsed -> statements.add(held(parsed, envelope, answer.body())));
        Problem broken = envelope.trouble();
        if (broken != null) {
            return strange("its answer is no page of statements: " + broken);
        }
        String more = envelope.rest().path("more").asString("");
        return new Got<>(new LrsPage(
                statements, more.isBlank() ? null : more, moment(answer.consistentThrough()), answer.date()));
    }

    LrsReply<List<String>> versions(Answer answer) {
        Parsed parsed = json.read(answer.body());
        if (!(parsed instanceof Parsed.Value value)
                || !value.node().path("version").isArray()) {
            return strange("its /about names no versions");
        }
        return new Got<>(value.node()
                .path("version")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
    }

    private LrsPage.Held held(Parsed parsed, JsonEnvelope envelope, byte[] body) {
        String raw = parsed instanceof Parsed.Value value && !value.node().isContainer()
                ? json.write(value.node())
                : new String(body, (int) envelope.start(), (int) (envelope.end() - envelope.start()), UTF_8);
        return new LrsPage.Held(parsed, raw);
    }

    private static <T> LrsReply<T> strange(String words) {
        return new Failed<>(LrsFailure.of(LrsFailure.Kind.STRANGE, words));
    }

    static @Nullable Instant moment(@Nullable String header) {
        try {
            return header == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
