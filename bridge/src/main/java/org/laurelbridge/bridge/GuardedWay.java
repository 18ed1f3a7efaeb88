package org.laurelbridge.bridge;

import java.time.Duration;
import org.laurelbridge.bridge.deliver.webhook.Way;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetcher;

/**
 * The way to a webhook by the guarded fetcher.
 *
 * @param fetcher follows no redirect of a POST, and asks where this webhook may be
 */
public record GuardedWay(Fetcher fetcher) implements Way {

    @Override
    public Came go(Call call, Duration longest) {
        Fetched came = fetcher.ask(new Ask(call.method(), call.address(), call.headers(), call.body()), longest);
        return came instanceof Fetched.Answer answer
                ? new Answer(answer.status(), answer.header("retry-after"))
                : failed(((Fetched.Failed) came).why(), longest);
    }

    private static Came failed(Fetched.Trouble why, Duration longest) {
        return switch (why) {
            case NO_ADDRESS, PORT, TOO_MANY ->
                new Forbidden("its address may not be asked: a port from 1024 on, or none, is expected");
            case NOT_HTTPS -> new Forbidden("its address is not https");
            case NOT_PUBLIC ->
                new Forbidden("its name leads to a private address that webhooks[].private-networks does not name");
            case UNKNOWN_NAME -> new Nothing("nobody has its name");
            case CERTIFICATE -> new Nothing("its certificate is not good for its name");
            case TIME -> new Nothing("no answer within " + longest.toSeconds() + " s");
            case SIZE, PACKED -> new Nothing("its answer is too large, or cannot be read");
            case REDIRECTS, BROKEN -> new Nothing("the connection could not be made, or broke");
        };
    }
}
