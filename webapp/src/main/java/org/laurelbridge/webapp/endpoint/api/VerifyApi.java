package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.verify.VerifyDesk;
import org.laurelbridge.webapp.verify.VerifyDesk.Match;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /api/v1/verify}: what a badge is worth, for programs. The body is the badge itself (a picture, JSON of a badge, a token),
 * or JSON with {@code link} or {@code badge}, and {@code email} where somebody is to be compared.
 */
public final class VerifyApi extends HttpServlet {
    private static final int MOST_BYTES = 10_000_000;
    private static final int LONGEST_QUESTION = 1_000_000;
    private static final int LONGEST_LINK = 2_000;
    private static final int LONGEST_EMAIL = 320;

    private final transient VerifyDesk desk;

    public VerifyApi(VerifyDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (VerifyDesk.Room room = desk.receive()) {
            byte[] body = file(request);
            Optional<ObjectNode> question = question(body);
            VerifyDesk.Answer answer =
                    question.isPresent() ? asked(question.get(), room) : room.verify(new Presented.File(body), null);
            ApiAnswer.send(response, written(answer.report(), answer.match()));
        }
    }

    /** Empty when the body is a badge. Read as strictly as badges are, so that what was sent is what is verified. */
    private static Optional<ObjectNode> question(byte[] body) {
        if (body.length == 0 || body.length > LONGEST_QUESTION || body[0] != '{') {
            return Optional.empty();
        }
        return Documents.read(new String(body, StandardCharsets.UTF_8)) instanceof Documents.Read.Good good
                        && !good.object().has("@context")
                        && (good.object().has("link") || good.object().has("badge"))
                ? Optional.of(good.object())
                : Optional.empty();
    }

    private static VerifyDesk.Answer asked(JsonNode body, VerifyDesk.Room room) {
        String email = body.has("email") ? ApiBody.text(body, "email", LONGEST_EMAIL) : null;
        if (body.has("link") == body.has("badge")) {
            throw ApiBody.wrong(new Problem("the body", "link and badge", "one of the two", ""));
        }
        if (body.has("link")) {
            return room.verify(new Presented.Link(ApiBody.text(body, "link", LONGEST_LINK)), email);
        }
        JsonNode badge = body.path("badge");
        return room.verify(new Presented.Text(badge.isString() ? badge.asString() : badge.toString()), email);
    }

    private static byte[] file(HttpServletRequest request) throws IOException {
        byte[] file = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        return file;
    }

    private static ObjectNode written(Report report, Match match) {
        ObjectNode json = ApiAnswer.object();
        json.put("verdict", word(report.verdict()));
        if (match != Match.NOT_ASKED) {
            json.put("recipient", word(match));
        }
        ArrayNode checks = json.putArray("checks");
        report.lines().forEach(line -> checks.add(written(line)));
        Shown shown = report.shown();
        if (shown != null) {
            json.set("badge", written(shown));
        }
        if (!report.inside().isEmpty()) {
            ArrayNode inside = json.putArray("inside");
            report.inside().forEach(one -> inside.add(written(one, Match.NOT_ASKED)));
        }
        return json;
    }

    private static ObjectNode written(Line line) {
        return ApiAnswer.object()
                .put("check", word(line.check()))
                .put("outcome", word(line.outcome()))
                .put("reason", word(line.reason()))
                .put("sentence", line.sentence())
                .put("asOf", text(line.asOf()));
    }

    private static ObjectNode written(Shown shown) {
        ObjectNode badge = ApiAnswer.object();
        badge.put("format", shown.format())
                .put("id", shown.details().id())
                .put("name", shown.name())
                .put("description", shown.description())
                .put("criteria", shown.criteria())
                .put("awarded", text(shown.dates().awarded()))
                .put("validFrom", text(shown.dates().validFrom()))
                .put("validUntil", text(shown.dates().validUntil()));
        badge.putObject("issuer")
                .put("id", shown.issuer().id())
                .put("name", shown.issuer().name());
        return badge;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
