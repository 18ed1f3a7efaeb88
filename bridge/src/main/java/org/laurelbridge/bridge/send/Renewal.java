package org.laurelbridge.bridge.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.send.AuthorizationServer.Granted;
import org.laurelbridge.bridge.send.Passes.Kept;

/**
 * Gets into backpacks: with the token that holds, or another. Hosts that hand out a refresh token with each renewal take each once
 * (RFC 9700 §4.14.2) and may end all when one comes twice, so one thread of all nodes renews, and whoever is late takes what it got.
 */
public final class Renewal {

    // a token that is over on the way is of no use
    private static final Duration EARLY = Duration.ofSeconds(30);
    // longer than any answer takes
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Hosts hosts;
    private final Passes passes;
    private final AuthorizationServer server;
    private final InstantSource clock;

    public Renewal(Hosts hosts, Passes passes, AuthorizationServer server, InstantSource clock) {
        this.hosts = hosts;
        this.passes = passes;
        this.server = server;
        this.clock = clock;
    }

    /** How to get in. */
    public sealed interface Pass {
        /**
         * With this.
         *
         * @param mark of its grant
         */
        record Bearer(String token, long mark) implements Pass {
            /** Without the token: a record is printed sooner or later. */
            @Override
            public String toString() {
                return "bearer " + mark;
            }
        }

        /** Not before the learner connects again. */
        record Lost(String why) implements Pass {}

        /** Not now. */
        record NotNow(Attempt attempt) implements Pass {}
    }

    /** A token that should hold now. */
    public Pass pass(Backpack backpack) {
        Optional<Kept> kept = passes.find(backpack.id());
        if (kept.isEmpty()) {
            return new Pass.Lost("it is not connected any more");
        }
        Instant until = kept.get().grant().until();
        boolean isOver = until != null && !until.isAfter(clock.instant().plus(EARLY));
        return isOver && kept.get().grant().refresh() != null ? renewed(backpack, kept.get()) : bearer(kept.get());
    }

    /** Another token in the place of one that the host did not take. */
    public Pass another(Backpack backpack, Pass.Bearer refused, String why) {
        Optional<Kept> kept = passes.find(backpack.id());
        if (kept.isEmpty()) {
            return new Pass.Lost("it is not connected any more");
        }
        if (kept.get().mark() != refused.mark()) {
            return bearer(kept.get());
        }
        return kept.get().grant().refresh() == null
                ? lost(backpack, refused.mark(), why)
                : renewed(backpack, kept.get());
    }

    /** The host takes nothing of this grant any more. */
    public Pass lost(Backpack backpack, long mark, String why) {
        String words = "connect " + backpack.host().services().name() + " again: " + why;
        passes.lose(backpack.id(), mark, words);
        return new Pass.Lost(words);
    }

    private static Pass bearer(Kept kept) {
        return new Pass.Bearer(kept.grant().access(), kept.mark());
    }

    private Pass renewed(Backpack backpack, Kept kept) {
        if (backpack.host().client() == null) {
            return lost(backpack, kept.mark(), "it does not know Laurel any more");
        }
        Instant now = clock.instant();
        if (!passes.claim(backpack.id(), kept.mark(), now, now.plus(LEASE))) {
            return taken(backpack, kept).orElse(new Pass.NotNow(new Attempt.Waiting("another token is on its way")));
        }
        String refresh = kept.grant().refresh();
        if (refresh == null) {
            throw new IllegalStateException("a grant without a refresh token is not renewed");
        }
        Granted granted = server.refresh(backpack.host(), refresh, kept.grant().scope());
        if (granted instanceof Granted.Given given) {
            Grant next = given.grant().keeping(refresh);
            return passes.renew(backpack.id(), kept.mark(), next)
                    ? new Pass.Bearer(next.access(), kept.mark() + 1)
                    : overtaken(backpack, kept, next);
        }
        passes.giveBack(backpack.id(), kept.mark());
        if (granted instanceof Granted.Refused refused) {
            if (refused.error().equals("invalid_client") && backpack.host().client() != null) {
                hosts.forget(backpack.host().id(), backpack.host().client().id());
            }
            // one whose claim ran out while it was asking may have been quicker all the same
            return taken(backpack, kept).orElseGet(() -> lost(backpack, kept.mark(), refused.why()));
        }
        Granted.Unanswered unanswered = (Granted.Unanswered) granted;
        return new Pass.NotNow(new Attempt.Later(unanswered.why(), unanswered.pause()));
    }

    /**
     * What was renewed stands no more. Where something else does, that is used, and nothing ended at the host: it may hand out one refresh
     * token again and again. Where the learner has left, what came is ended.
     */
    private Pass overtaken(Backpack backpack, Kept before, Grant stray) {
        return taken(backpack, before).orElseGet(() -> {
            server.revoke(backpack.host(), stray);
            return new Pass.Lost("it is not connected any more");
        });
    }

    /** What another thread got meanwhile. */
    private Optional<Pass> taken(Backpack backpack, Kept before) {
        return passes.find(backpack.id())
                .filter(now -> now.mark() != before.mark())
                .map(Renewal::bearer);
    }
}
