package org.laurelbridge.bridge.lti.grade;

import java.time.Duration;
import java.util.Locale;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Sender;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.fetch.Fetcher;

/** Sends to addresses that platforms told, by the guarded fetcher: a platform must not lead Laurel into its own network. */
public final class GuardedSender implements Sender {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Fetcher fetcher;

    public GuardedSender(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Reply send(Call call) {
        Fetched came = fetcher.ask(new Ask(call.method(), call.address(), call.headers(), call.body()), LONGEST);
        if (came instanceof Failed failed) {
            return failure(failed.why());
        }
        Answer answer = (Answer) came;
        return Reply.answered(answer.status(), answer.text(), answer.header("retry-after"), answer.header("link"));
    }

    private static Reply failure(Trouble why) {
        String words = "no answer (" + why.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        return switch (why) {
            case NO_ADDRESS, NOT_HTTPS, PORT, NOT_PUBLIC, UNKNOWN_NAME, CERTIFICATE, TOO_MANY ->
                new Reply.NotSent(words);
            case TIME, SIZE, REDIRECTS, PACKED, BROKEN -> new Reply.NoAnswer(words);
        };
    }
}
