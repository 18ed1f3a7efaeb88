package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.fetch.OwnDocuments.Own;
import org.laurelbridge.bridge.issue.Standing;

/**
 * What one verification asks for: our own documents without the network, every other address once, ten of them in twenty seconds.
 * For one thread.
 */
public final class Visit {

    private static final int MOST_ADDRESSES = 10;
    private static final Duration WHOLE = Duration.ofSeconds(20);
    // as long as a fetcher would wait for one answer: who got less time was not really asked
    private static final Duration ONE = SafeFetcher.WHOLE;

    private final OwnDocuments own;
    private final Fetcher fetcher;
    private final Memory memory;
    private final InstantSource clock;
    private final Instant end;
    private final Map<URI, Fetched> asked = new HashMap<>();
    private final Map<URI, Answer> learned = new HashMap<>();
    private final Set<URI> hurried = new HashSet<>();

    public Visit(OwnDocuments own, Fetcher fetcher, Memory memory, InstantSource clock) {
        this.own = own;
        this.fetcher = fetcher;
        this.memory = memory;
        this.clock = clock;
        this.end = clock.instant().plus(WHOLE);
    }

    /** What an address holds now. */
    public Fetched get(URI address) {
        if (address.getHost() == null) {
            return new Failed(Trouble.NO_ADDRESS);
        }
        Optional<Own> ours = own.find(address);
        if (ours.isPresent()) {
            return new Answer(address, ours.get().status(), ours.get().body(), clock.instant());
        }
        Fetched known = asked.get(address);
        if (known != null) {
            return known;
        }
        if (asked.size() >= MOST_ADDRESSES) {
            return new Failed(Trouble.TOO_MANY);
        }
        Duration left = Duration.between(clock.instant(), end);
        Fetched fetched = fetcher.get(address, left);
        asked.put(address, fetched);
        if (left.compareTo(ONE) < 0) {
            hurried.add(address);
        }
        return fetched;
    }

    /**
     * What an issuer says of itself or of its badges: when it does not answer now, what it said last. When it is this visit that has no
     * time or no address left, nothing is remembered: whoever writes a badge could choose that.
     */
    public Fetched getOrRemember(URI address) {
        Fetched now = get(address);
        if (now instanceof Answer answer && answer.status() < 500) {
            if (answer.isGood()) {
                learned.put(address, answer);
            }
            return now;
        }
        Answer last = isOurDoing(address, now) ? null : memory.find(address, clock.instant());
        return last == null ? now : last.remembered();
    }

    private boolean isOurDoing(URI address, Fetched fetched) {
        return fetched instanceof Failed failed
                && (failed.why() == Trouble.TOO_MANY || (failed.why() == Trouble.TIME && hurried.contains(address)));
    }

    /** How a credential of ours stands, without the network; empty for any other. See {@link OwnDocuments#standing}. */
    public Optional<Standing> standing(String issuer, String credential) {
        return own.standing(issuer, credential);
    }

    /** Keeps for later what issuers answered: when it was found good, so that nobody fills the memory with anything. */
    public void remember() {
        learned.forEach(memory::keep);
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }
}
