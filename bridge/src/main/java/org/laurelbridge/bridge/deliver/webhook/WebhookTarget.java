package org.laurelbridge.bridge.deliver.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.issue.Addresses;

/**
 * Tells one webhook, as Standard Webhooks says: any answer of 2xx is success, 410 is that it wants to be told no more, all else is
 * tried again. Whether a try without an answer arrived cannot be known: it is sent again under the same id, by which the receiver
 * knows it.
 */
public final class WebhookTarget implements Target {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Webhook webhook;
    private final Announcements announcements;
    private final WebhookMessage message;
    private final Way way;
    private final InstantSource clock;

    public WebhookTarget(
            Webhook webhook, Announcements announcements, Addresses addresses, Way way, InstantSource clock) {
        this.webhook = webhook;
        this.announcements = announcements;
        this.message = new WebhookMessage(addresses);
        this.way = way;
        this.clock = clock;
    }

    @Override
    public Attempt send(Delivery delivery) {
        Optional<Announcement> announcement = announcements.of(delivery.id());
        if (announcement.isEmpty()) {
            return new Attempt.Refused("what was to be told is gone");
        }
        Optional<Instant> goneAt = announcements.goneAt(webhook.target());
        return goneAt.isPresent()
                ? new Attempt.Refused("it answered 410 at " + goneAt.get() + ": it wants to be told no more")
                : attempt(way.go(request(announcement.get(), delivery), LONGEST));
    }

    private Call request(Announcement announcement, Delivery delivery) {
        String id = announcement.id().toString();
        long seconds = clock.instant().getEpochSecond();
        String body = message.write(announcement, delivery.award());
        String signatures = webhook.secrets().stream()
                .map(secret -> secret.sign(id, seconds, body))
                .collect(Collectors.joining(" "));
        return new Call(
                "POST",
                webhook.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(seconds),
                        "webhook-signature",
                        signatures),
                body);
    }

    private Attempt attempt(Way.Came came) {
        if (came instanceof Way.Forbidden forbidden) {
            return new Attempt.Refused(forbidden.why());
        }
        if (came instanceof Way.Nothing nothing) {
            return new Attempt.Later(nothing.why(), Duration.ZERO);
        }
        Way.Answer answer = (Way.Answer) came;
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Attempt.Delivered();
        }
        if (status == GONE) {
            announcements.gone(webhook.target(), clock.instant());
            return new Attempt.Refused("answered 410: it wants to be told no more");
        }
        boolean isRedirect = status >= 300 && status < 400;
        return new Attempt.Later(
                "answered " + status + (isRedirect ? ": redirects are not followed" : ""),
                status == TOO_MANY || status == UNAVAILABLE
                        ? wait(answer.retryAfter().strip())
                        : Duration.ZERO);
    }

    private static Duration wait(String seconds) {
        return seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /** Nobody can be asked. */
    @Override
    public Standing standing(Delivery delivery) {
        return new Standing.Differs();
    }
}
