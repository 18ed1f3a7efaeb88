package org.laurelbridge.webapp.endpoint.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Announcements.Told;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/webhooks}: who is told what happens to awards, what each was told, and telling it again. */
public final class WebhooksApi extends HttpServlet {
    private static final Pattern BELOW = Pattern.compile("/([^/]+)/(events|replay)");

    private final transient Announcements announcements;
    private final transient List<Webhook> webhooks;
    private final transient InstantSource clock;

    public WebhooksApi(Announcements announcements, List<Webhook> webhooks, InstantSource clock) {
        this.announcements = announcements;
        this.webhooks = List.copyOf(webhooks);
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            new ApiQuery(request).check();
            ApiAnswer.send(response, ApiAnswer.page("webhooks", webhooks, this::written, null));
            return;
        }
        Webhook webhook = named(request, "events");
        ApiQuery query = new ApiQuery(request, "since", "after", "limit");
        Instant since = query.parsed("since", WebhooksApi::moment, "a moment, as 2026-03-01T12:00:00Z");
        UUID after = query.uuid("after");
        int limit = query.limit();
        query.check();
        List<Told> found = announcements.list(
                webhook.subscriber(), Objects.requireNonNullElse(since, Instant.EPOCH), after, limit);
        String next = found.size() < limit
                ? null
                : found.get(found.size() - 1).announcement().id().toString();
        ApiAnswer.send(response, ApiAnswer.page("events", found, WebhooksApi::written, next));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Webhook webhook = named(request, "replay");
        JsonNode body = ApiBody.read(request);
        Announcements theirs = announcements.by(Doing.of(request));
        Instant now = clock.instant();
        Optional<UUID> event = ApiQuery.findUuid(body.path("event").asString(""));
        Instant since = moment(body.path("since").asString(""));
        if (event.isPresent() == (since != null)) {
            throw ApiBody.wrong(new Problem(
                    "the body",
                    since == null ? "neither since nor event" : "both since and event",
                    "since, a moment, or event, the id of one",
                    ""));
        }
        int sent = since == null
                ? one(theirs.replay(webhook.subscriber(), event.orElseThrow(), now))
                : theirs.replay(webhook.subscriber(), since, now);
        ApiAnswer.send(response, ApiAnswer.object().put("sent", sent));
    }

    private static int one(boolean isSent) {
        if (!isSent) {
            throw new RequestFailure(Reason.CONFLICT);
        }
        return 1;
    }

    private Webhook named(HttpServletRequest request, String what) {
        Matcher path = BELOW.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!path.matches() || !path.group(2).equals(what)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return webhooks.stream()
                .filter(webhook -> webhook.name().equals(path.group(1)))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static @Nullable Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    private ObjectNode written(Webhook webhook) {
        ObjectNode json = ApiAnswer.object();
        json.put("name", webhook.name());
        json.put("url", webhook.url().toString());
        ArrayNode events = json.putArray("events");
        webhook.events().stream().map(What::type).sorted().forEach(events::add);
        json.put(
                "goneAt",
                announcements.goneAt(webhook.target()).map(Instant::toString).orElse(null));
        return json;
    }

    private static ObjectNode written(Told told) {
        Announcement announcement = told.announcement();
        ObjectNode json = ApiAnswer.object();
        json.put("id", announcement.id().toString());
        json.put("type", announcement.what().type());
        json.put("award", announcement.award().toString());
        json.put("sequence", announcement.place());
        json.put("timestamp", announcement.at().toString());
        json.put("state", told.state() == null ? null : told.state().name().toLowerCase(Locale.ROOT));
        json.put("attempts", told.attempts());
        json.put("trouble", told.trouble());
        return json;
    }
}
