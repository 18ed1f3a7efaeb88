package org.laurelbridge.bridge;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.bridge.config.Told;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Announcements.Subscriber;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.webhook.Webhook;
import org.laurelbridge.bridge.deliver.webhook.WebhookTarget;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.store.AnnouncementStore;

/** Telling others what happens to awards, wired: webhooks, and people by mail. */
public final class Telling implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int COURIERS = 2;

    /** About twenty tries in a day, then it waits for a person. */
    private static final Backoff PATIENCE = new Backoff(
            Duration.ofSeconds(5), Duration.ofHours(3), 40, Duration.ofDays(1), 8, new SecureRandom()::nextDouble);

    private final Announcements announcements;
    private final List<Webhook> webhooks;
    private final Map<String, Target> targets = new HashMap<>();
    private final Mailing mailing;
    private final List<SafeFetcher> fetchers;
    private final InstantSource clock;

    private Telling(LaurelConfig config, Stores stores, Reach reach, Mailing.World world, InstantSource clock) {
        this.announcements = new AnnouncementStore(stores.database());
        this.clock = clock;
        List<Told.Hook> hooks = config.told().webhooks();
        this.webhooks = hooks.stream().map(Told.Hook::webhook).toList();
        Addresses addresses = new Addresses(config.publicUrl());
        this.mailing = Mailing.of(config, stores, announcements, world, clock);
        // a trial installation and its receivers stand on one machine
        Reach usual = "https".equals(config.publicUrl().getScheme()) ? reach : Reach.TRIAL;
        this.fetchers = hooks.stream()
                .map(hook -> new SafeFetcher(usual.and(address -> isIn(hook.networks(), address)), clock))
                .toList();
        for (int i = 0; i < hooks.size(); i++) {
            Webhook webhook = webhooks.get(i);
            targets.put(
                    webhook.target(),
                    new WebhookTarget(webhook, announcements, addresses, new GuardedWay(fetchers.get(i)), clock));
        }
    }

    static Telling of(LaurelConfig config, Stores stores, Reach reach, Mailing.World world, InstantSource clock) {
        return new Telling(config, stores, reach, world, clock);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** Those who are configured are told from now on. */
    void start(Workers workers, Function<Lane, Outbox> outboxes) {
        List<Subscriber> all = Stream.concat(webhooks.stream().map(Webhook::subscriber), mailing.subscriber().stream())
                .toList();
        announcements.subscribe(Set.of(Lane.WEBHOOKS, Lane.MAIL), all);
        Courier courier = new Courier(outboxes.apply(Lane.WEBHOOKS), targets, PATIENCE, clock);
        for (int i = 0; i < COURIERS; i++) {
            workers.start("webhook-" + i, courier::deliverDue, IDLE);
        }
        mailing.start(workers, outboxes.apply(Lane.MAIL));
    }

    /** Mail. */
    public Mailing mailing() {
        return mailing;
    }

    public Announcements announcements() {
        return announcements;
    }

    /** In the order in which they are configured. */
    public List<Webhook> webhooks() {
        return webhooks;
    }

    /** A webhook by its name. */
    public Optional<Webhook> webhook(String name) {
        return webhooks.stream().filter(webhook -> webhook.name().equals(name)).findFirst();
    }

    @Override
    public void close() {
        fetchers.forEach(SafeFetcher::close);
    }
}
