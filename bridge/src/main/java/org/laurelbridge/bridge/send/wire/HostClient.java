package org.laurelbridge.bridge.send.wire;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetcher;
import org.laurelbridge.bridge.send.Shelf;

/** Asks hosts by way of the guarded client. */
public final class HostClient {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    // where no Retry-After says otherwise (Open Badges 3.0 §6.5 Retry Behavior)
    private static final Duration USUAL_WAIT = Duration.ofMinutes(30);

    private final Fetcher fetcher;
    private final InstantSource clock;

    public HostClient(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    public Came ask(Ask ask) {
        Fetched fetched = fetcher.ask(ask, LONGEST);
        return fetched instanceof Fetched.Answer answer
                ? new Came.Answered(answer)
                : new Came.Silent(((Fetched.Failed) fetched).why());
    }

    /** Reads with a token. */
    public Came read(URI address, String token) {
        return ask(new Ask(
                "GET", address, Map.of("Authorization", "Bearer " + token, "Accept", "application/json"), null));
    }

    /**
     * Puts a badge somewhere, where twice the same is harmless.
     *
     * @param type of the body
     */
    public Shelf.Put put(URI address, String token, String type, String body) {
        Came came = ask(new Ask(
                "POST",
                address,
                Map.of("Authorization", "Bearer " + token, "Content-Type", type, "Accept", type),
                body));
        if (came instanceof Came.Silent silent) {
            return new Shelf.Put.Done(unanswered(silent));
        }
        Came.Answered answered = (Came.Answered) came;
        int status = answered.innerStatus();
        return status == 401
                ? new Shelf.Put.TokenRefused(answered.words())
                : new Shelf.Put.Done(attempt(answered, status));
    }

    private static Attempt unanswered(Came.Silent silent) {
        if (silent.isForbidden()) {
            return new Attempt.Refused(silent.words());
        }
        return silent.mayHaveArrived()
                ? new Attempt.Unknown(silent.words())
                : new Attempt.Later(silent.words(), Duration.ZERO);
    }

    /**
     * What an answer comes to.
     *
     * @param status that counts: some hosts answer 200 and say another inside
     */
    public Attempt attempt(Came.Answered answered, int status) {
        // 304: the host has it as it is (Open Badges 3.0 §6.2.3.2)
        if (status == 304 || (status >= 200 && status < 300)) {
            return answered.isPage()
                    ? new Attempt.Later("answered with a page for people, not as its API should", USUAL_WAIT)
                    : new Attempt.Delivered();
        }
        Duration wait = answered.wait(clock.instant());
        boolean isForNow = status >= 500 || status == 408 || status == 425 || status == 429 || !wait.isZero();
        if (!isForNow) {
            return new Attempt.Refused(answered.words());
        }
        return new Attempt.Later(answered.words(), wait.isZero() ? USUAL_WAIT : wait);
    }

    /** How long a host asks us to wait. */
    public Duration wait(Came.Answered answered) {
        return answered.wait(clock.instant());
    }
}
