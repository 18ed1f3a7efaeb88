package org.laurelbridge.bridge;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.fetch.Fetcher;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.send.BackpackTarget;
import org.laurelbridge.bridge.send.Backpacks;
import org.laurelbridge.bridge.send.Connecting;
import org.laurelbridge.bridge.send.Forms;
import org.laurelbridge.bridge.send.Looking;
import org.laurelbridge.bridge.send.Renewal;
import org.laurelbridge.bridge.send.Shelf;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.bridge.send.oauth.HostOAuth;
import org.laurelbridge.bridge.send.oauth.Registration;
import org.laurelbridge.bridge.send.ob2.BadgeConnectDiscovery;
import org.laurelbridge.bridge.send.ob2.BadgeConnectShelf;
import org.laurelbridge.bridge.send.ob3.Ob3Discovery;
import org.laurelbridge.bridge.send.ob3.Ob3Shelf;
import org.laurelbridge.bridge.send.wire.HostClient;

/** Learners' backpacks, wired: connecting them, sending to them, looking into them. */
public record Backpacking(Backpacks backpacks, Connecting connecting, Looking looking, BackpackTarget target) {

    /** A host that comes back after a week gets what it missed; then the learner is asked. */
    private static final Backoff PATIENCE = new Backoff(
            Duration.ofSeconds(2), Duration.ofDays(1), 20, Duration.ofDays(7), 12, new SecureRandom()::nextDouble);

    /**
     * All that backpacks need.
     *
     * @param fetcher asks hosts: the guarded one
     */
    public static Backpacking of(
            Stores stores, Earnings earnings, IssuerIdentity issuer, Fetcher fetcher, InstantSource clock) {
        HostClient client = new HostClient(fetcher, clock);
        String version = Backpacking.class.getPackage().getImplementationVersion();
        HostOAuth oauth = new HostOAuth(
                client,
                new Registration(
                        issuer.profile().name(),
                        issuer.addresses(),
                        Objects.requireNonNullElse(version, "development")),
                clock);
        Connecting connecting = new Connecting(
                List.of(new Ob3Discovery(client), new BadgeConnectDiscovery(client)),
                stores.backpackHosts(),
                stores.backpacks(),
                stores.backpackPasses(),
                oauth,
                clock);
        Renewal renewal = new Renewal(stores.backpackHosts(), stores.backpackPasses(), oauth, clock);
        Map<Version, Shelf> shelves =
                Map.of(Version.OB3, new Ob3Shelf(client), Version.OB2, new BadgeConnectShelf(client));
        Forms forms = new Forms(earnings, stores.credentials(), stores.sharing(), issuer);
        return new Backpacking(
                stores.backpacks(),
                connecting,
                new Looking(forms, renewal, shelves),
                new BackpackTarget(stores.backpacks(), forms, renewal, shelves));
    }

    /**
     * Carries what waits to backpacks.
     *
     * @param outbox of the lane of backpacks
     */
    public Courier courier(Outbox outbox, InstantSource clock) {
        return new Courier(outbox, name -> target, PATIENCE, clock);
    }
}
