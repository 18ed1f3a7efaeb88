package org.laurelbridge.webapp.learner;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.laurelbridge.bridge.record.PersonId;

/**
 * One open page of a learner, and the stream by which it is told (HTML, server-sent events). It ends after some minutes, and the
 * browser begins another: in that time less is written than any connection takes unread, so that nobody's slow line keeps others
 * waiting.
 */
final class Listener {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Connections without a sign of life are closed after 30 seconds. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final AsyncContext context;
    private final PersonId person;
    private final BooleanSupplier isSignedIn;
    private final Instant end;
    private long known;
    private Instant beat;

    /** @param known the number that the page was made with */
    Listener(AsyncContext context, PersonId person, BooleanSupplier isSignedIn, long known, Instant now) {
        this.context = context;
        this.person = person;
        this.isSignedIn = isSignedIn;
        this.known = known;
        this.end = now.plus(LONGEST);
        this.beat = now.plus(BEAT);
    }

    PersonId person() {
        return person;
    }

    /**
     * Tells the page when the number is another than it knows, and now and then that all is well.
     *
     * @return false when it is over: the session, or its time
     */
    boolean look(long number, Instant now) throws IOException {
        if (!now.isBefore(end)) {
            return false;
        }
        boolean isNew = number != known;
        if (!isNew && now.isBefore(beat)) {
            return true;
        }
        if (!isSignedIn.getAsBoolean()) {
            return false;
        }
        write(isNew ? "id: " + number + "\ndata: " + number + "\n\n" : ":\n\n");
        known = number;
        beat = now.plus(BEAT);
        return true;
    }

    private void write(String text) throws IOException {
        ServletOutputStream out = context.getResponse().getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void end() {
        context.complete();
    }
}
