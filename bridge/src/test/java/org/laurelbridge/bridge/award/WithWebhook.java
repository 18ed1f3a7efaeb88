package org.laurelbridge.bridge.award;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.GuardedWay;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Announcements.Told;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.bridge.deliver.webhook.WebhookSecret;
import org.laurelbridge.bridge.deliver.webhook.WebhookTarget;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.store.AnnouncementStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OutboxStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to awards, and a receiver that speaks HTTP and checks every signature by itself. */
abstract class WithWebhook {
    static final UUID FIRST = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final URI PUBLIC = URI.create("https://badges.example.edu");
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Backoff PATIENCE =
            new Backoff(Duration.ofSeconds(5), Duration.ofHours(3), 40, Duration.ofDays(1), 8, () -> 1);

    Walk walk;
    Announcements announcements;
    Outbox outbox;
    Courier courier;
    Webhook webhook;
    final Queue<Response> answers = new ConcurrentLinkedQueue<>();
    final List<Request> came = new CopyOnWriteArrayList<>();
    private final FakeServer receiver = new FakeServer(this::answer);
    private final List<SafeFetcher> fetchers = new ArrayList<>();

    @BeforeEach
    void openReceiver(Database database) {
        walk = new Walk(database);
        announcements = new AnnouncementStore(database);
        outbox = new OutboxStore(database, walk.awards, walk.people, badge -> badge, Lane.WEBHOOKS);
        webhook = hook("portal", EnumSet.allOf(What.class));
        tell(Reach.TRIAL, webhook);
        walk.ada();
    }

    /** The badge for the quiz, with more lines of its document. */
    void rule(String... more) {
        walk.apply(Walk.mapping(1, "park"), Walk.badge(more));
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
        fetchers.forEach(SafeFetcher::close);
    }

    Webhook hook(String name, Set<What> events) {
        return new Webhook(
                name,
                receiver.address().resolve("/" + name),
                List.of(WebhookSecret.of(SECRET).orElseThrow()),
                events);
    }

    /** These are told from now on. */
    void tell(Reach reach, Webhook... hooks) {
        announcements.subscribe(
                Set.of(Lane.WEBHOOKS),
                Arrays.stream(hooks).map(Webhook::subscriber).toList());
        SafeFetcher fetcher = new SafeFetcher(reach, walk.clock);
        fetchers.add(fetcher);
        Addresses addresses = new Addresses(PUBLIC);
        courier = new Courier(
                outbox,
                name -> Arrays.stream(hooks)
                        .filter(hook -> hook.target().equals(name))
                        .map(hook ->
                                new WebhookTarget(hook, announcements, addresses, new GuardedWay(fetcher), walk.clock))
                        .findFirst()
                        .orElse(null),
                PATIENCE,
                walk.clock);
    }

    static Reach privateNetworks() {
        return new Reach(true, InetAddress::isLoopbackAddress);
    }

    private Response answer(Request request) {
        came.add(request);
        Response next = answers.poll();
        return next == null ? said(204) : next;
    }

    static Response said(int status) {
        return Response.of(status, "text/plain", "");
    }

    void answerAll(int status, int times) {
        for (int i = 0; i < times; i++) {
            answers.add(said(status));
        }
    }

    void deliver() {
        int done;
        do {
            done = courier.deliverDue();
        } while (done > 0);
    }

    /** Delivers whenever something is due, until nothing is. */
    void deliverInTime(Duration step, int steps) {
        for (int i = 0; i < steps; i++) {
            deliver();
            walk.clock.turn(step);
        }
    }

    void earn() {
        if (walk.count("rule_document") == 0) {
            rule("settle: {lose: 0s}");
        }
        walk.walk(Walk.scored(FIRST, "0.9", "2026-03-01T10:00:00Z"));
    }

    void lose() {
        walk.walk(Walk.voids(UUID.randomUUID(), FIRST));
    }

    /** The types of what came, in order; each was signed. */
    List<String> types() {
        return came.stream()
                .map(request -> message(request).get("type").asString())
                .toList();
    }

    List<String> ids() {
        return came.stream().map(request -> request.header("webhook-id")).toList();
    }

    static JsonNode message(Request request) {
        return new JsonMapper().readTree(request.body());
    }

    static boolean isSigned(Request request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            String signed =
                    String.join(".", request.header("webhook-id"), request.header("webhook-timestamp"), request.body());
            String right =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return request.header("webhook-signature").equals(right);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Told> told() {
        return announcements.list(webhook.subscriber(), Instant.EPOCH, null, 100);
    }

    /** State by target of all deliveries of the lane. */
    List<Map.Entry<String, Outbox.State>> states() {
        return outbox.list(null, null, 100).stream()
                .filter(one -> one.target().startsWith("webhook:"))
                .map(one -> Map.entry(one.target(), one.state()))
                .toList();
    }
}
