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
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetcher;
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
    private final Fetcher fetcher;
    private final InstantSource clock;

    /** @param fetcher the guarded one: it follows no redirect of a POST, and asks where this webhook may be */
    public WebhookTarget(
            Webhook webhook, Announcements announcements, Addresses addresses, Fetcher fetcher, InstantSource clock) {
        this.webhook = webhook;
        this.announcements = announcements;
        this.message = new WebhookMessage(addresses);
        this.fetcher = fetcher;
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
                : attempt(fetcher.ask(request(announcement.get(), delivery), LONGEST));
    }

    private Ask request(Announcement announcement, Delivery delivery) {
        String id = announcement.id().toString();
        long seconds = clock.instant().getEpochSecond();
        String body = message.write(announcement, delivery.award());
        String signatures = webhook.secrets().stream()
                .map(secret -> secret.sign(id, seconds, body))
                .collect(Collectors.joining(" "));
        return new Ask(
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

    private Attempt attempt(Fetched came) {
        if (came instanceof Fetched.Failed failed) {
            return failed(failed.why());
        }
        Fetched.Answer answer = (Fetched.Answer) came;
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
                status == TOO_MANY || status == UNAVAILABLE ? retryAfter(answer) : Duration.ZERO);
    }

    private static Duration retryAfter(Fetched.Answer answer) {
        String text = answer.header("retry-after").strip();
        return text.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }

    private static Attempt failed(Fetched.Trouble why) {
        return switch (why) {
            case NO_ADDRESS, PORT, TOO_MANY ->
                new Attempt.Refused(
                        "its address may not be asked: a port of its own from 1024 on, or none, is expected");
            case NOT_HTTPS -> new Attempt.Refused("its address is not https");
            case NOT_PUBLIC ->
                new Attempt.Refused(
                        "its name leads to a private address that webhooks[].private-networks does not name");
            case UNKNOWN_NAME -> later("nobody has its name");
            case CERTIFICATE -> later("its certificate is not good for its name");
            case TIME -> later("no answer within " + LONGEST.toSeconds() + " s");
            case SIZE, PACKED -> later("its answer is too large, or cannot be read");
            case REDIRECTS, BROKEN -> later("the connection could not be made, or broke");
        };
    }

    private static Attempt later(String why) {
        return new Attempt.Later(why, Duration.ZERO);
    }

    /** Nobody can be asked. */
    @Override
    public Standing standing(Delivery delivery) {
        return new Standing.Differs();
    }
}
