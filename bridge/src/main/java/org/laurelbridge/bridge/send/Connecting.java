package org.laurelbridge.bridge.send;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.bridge.send.AuthorizationServer.Granted;
import org.laurelbridge.bridge.send.AuthorizationServer.Registered;
import org.laurelbridge.bridge.send.Discovery.Found;
import org.laurelbridge.bridge.send.Hosts.Way;

/**
 * Connects a learner's backpack: finds out what its host offers, registers Laurel there once, sends the learner there and takes her
 * yes back (Open Badges 3.0 §7.1, 2.1 §4.2).
 */
public final class Connecting implements Recorded<Connecting> {

    /** How long a learner may take to say yes. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final List<Discovery> discoveries;
    private final Hosts hosts;
    private final Backpacks backpacks;
    private final Passes passes;
    private final AuthorizationServer server;
    private final InstantSource clock;
    private final RandomText random = new RandomText();

    /** @param discoveries asked in this order; the first that finds something counts */
    public Connecting(
            List<Discovery> discoveries,
            Hosts hosts,
            Backpacks backpacks,
            Passes passes,
            AuthorizationServer server,
            InstantSource clock) {
        this.discoveries = List.copyOf(discoveries);
        this.hosts = hosts;
        this.backpacks = backpacks;
        this.passes = passes;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Connecting by(Doer doer) {
        return new Connecting(discoveries, hosts, backpacks.by(doer), passes, server, clock);
    }

    /** What came of a host's address. */
    public sealed interface Begun {
        /** The learner may go there now. */
        record Ready(Host host, URI authorization) implements Begun {}

        /** There is no way, in sentences. */
        record Blocked(List<String> why) implements Begun {
            public Blocked {
                why = List.copyOf(why);
            }
        }
    }

    /** What came of the learner's coming back. */
    public sealed interface Ended {
        /** It is connected. */
        record Connected(Backpack backpack) implements Ended {}

        /** It is not, in a sentence. */
        record Failed(String why) implements Ended {}
    }

    /** What a host sends back with the learner (RFC 6749 §4.1.2, RFC 9207 §2). Null where it says nothing. */
    public record Return(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String description,
            @Nullable String issuer) {}

    /**
     * Looks at a host.
     *
     * @param account by which the learner is signed in
     * @param session what the browser's session knows alone
     * @param text the address as the learner wrote it
     */
    public Begun begin(UUID account, String session, String text) {
        Optional<URI> address = HostAddress.read(text);
        if (address.isEmpty()) {
            return new Begun.Blocked(
                    List.of("This is no address of the web. Expected something like https://backpack.example.org."));
        }
        List<String> missing = new ArrayList<>();
        for (Discovery discovery : discoveries) {
            Found found = discovery.find(address.get());
            if (found instanceof Found.Here here) {
                return begin(account, session, hosts.keep(address.get(), here.services(), clock.instant()));
            }
            if (found instanceof Found.Unsure unsure) {
                // another version in its place would be another's choice than the learner's
                missing.add(unsure.why());
                break;
            }
            missing.add(((Found.Missing) found).why());
        }
        return new Begun.Blocked(missing);
    }

    /** Sends a learner to the host of a backpack that must be connected again. */
    public Begun again(UUID account, String session, Backpack backpack) {
        return begin(account, session, backpack.host().address().toString());
    }

    private Begun begin(UUID account, String session, Host known) {
        Host host = known;
        if (host.client() == null || !host.client().isGood(server.back(), clock.instant())) {
            Registered registered = server.register(host.services());
            if (registered instanceof Registered.Failed failed) {
                return new Begun.Blocked(List.of(failed.why()));
            }
            host = hosts.register(host.id(), ((Registered.Done) registered).client(), clock.instant());
        }
        String state = random.next();
        String verifier = random.next();
        hosts.open(
                state,
                new Way(account, session, host.id(), verifier),
                clock.instant().plus(LONGEST));
        return new Begun.Ready(host, server.authorization(host, state, verifier));
    }

    /**
     * Takes a learner back.
     *
     * @param account by which the learner is signed in
     * @param session what the browser's session knows alone
     */
    public Ended end(UUID account, String session, Return came) {
        Instant now = clock.instant();
        Optional<Way> way = came.state() == null ? Optional.empty() : hosts.take(came.state(), account, session, now);
        Optional<Host> host = way.flatMap(one -> hosts.find(one.host()));
        if (host.isEmpty()) {
            return new Ended.Failed("Nobody was on the way to a backpack in this browser, or it took more than ten"
                    + " minutes. Nothing was connected: begin again.");
        }
        String name = host.get().services().name();
        if (came.error() != null) {
            return new Ended.Failed(name + " did not agree: " + words(came.error(), came.description()) + ".");
        }
        if (came.code() == null) {
            return new Ended.Failed(name + " sent you back without a code: begin again.");
        }
        if (!isOf(host.get(), came.issuer())) {
            return new Ended.Failed("Somebody else than " + name + " sent you back. Nothing was connected.");
        }
        if (host.get().client() == null) {
            return new Ended.Failed(name + " does not know Laurel any more: begin again.");
        }
        return connect(way.get(), host.get(), came.code());
    }

    private Ended connect(Way way, Host host, String code) {
        String name = host.services().name();
        Granted granted = server.exchange(host, code, way.verifier());
        if (granted instanceof Granted.Refused refused) {
            if (refused.error().equals("invalid_client") && host.client() != null) {
                hosts.forget(host.id(), host.client().id());
            }
            return new Ended.Failed(name + " gave no token: " + refused.why() + ". Begin again.");
        }
        if (granted instanceof Granted.Unanswered unanswered) {
            return new Ended.Failed(name + " gave no token: " + unanswered.why() + ". Begin again.");
        }
        Grant grant = ((Granted.Given) granted).grant();
        String sending = host.services().version().sending();
        if (!grant.allows(sending)) {
            server.revoke(host, grant);
            return new Ended.Failed(name + " does not let Laurel put badges there: it allows \"" + grant.scope()
                    + "\", expected \"" + sending + "\".");
        }
        return new Ended.Connected(backpacks.connect(way.account(), host.id(), grant, clock.instant()));
    }

    /** A host that names itself must be the one that the learner was sent to, else the code is another's (RFC 9207 §2.4). */
    private static boolean isOf(Host host, @Nullable String issuer) {
        if (issuer == null) {
            return true;
        }
        String there = host.services().authorization().getHost();
        return HostAddress.read(issuer)
                .filter(uri -> uri.getHost().equalsIgnoreCase(there))
                .isPresent();
    }

    private static String words(String error, @Nullable String description) {
        return error.equals("access_denied") && description == null
                ? "you said no there"
                : error + (description == null ? "" : ", \"" + description + "\"");
    }

    /**
     * Ends a backpack: at its host, where the host can do so, and here.
     *
     * @return false when the host did not say that it is ended there too
     */
    public boolean disconnect(Backpack backpack) {
        UUID id = backpack.id();
        boolean isEnded = passes.find(id)
                .map(kept -> server.revoke(backpack.host(), kept.grant()))
                .orElse(true);
        backpacks.remove(id);
        return isEnded;
    }
}
