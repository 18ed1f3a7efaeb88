package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Background;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.run.Runner.Begun;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Visitor;

/** What an administrator asks for that takes longer than a page may. A request waits a moment for what is quick. */
public record Errands(Background background) {
    private static final String POLICY = "Content-Security-Policy";
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    /**
     * Begins.
     *
     * @param document what it is about, see {@link Run.Asked}
     * @return the run, which may have ended by now
     * @throws RequestFailure when too much waits already
     */
    UUID begin(Visitor visitor, Run.Kind kind, String document, Runner.Task task) {
        Begun begun = background.runner().begin(new Run.Asked(visitor.account(), null, "", kind, document), task);
        UUID run = begun.run().orElseThrow(() -> tooMuch(begun));
        background.runner().await(run, MOMENT);
        return run;
    }

    /** Why nothing was begun. */
    public static RequestFailure tooMuch(Begun begun) {
        return new RequestFailure(begun instanceof Begun.Enough ? Reason.ENOUGH : Reason.UNAVAILABLE);
    }

    /** Of ours alone, which may ask here alone: it follows what is under way. */
    static void allowScript(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            response.setHeader(POLICY, policy + "; script-src 'self'; connect-src 'self'");
        }
    }

    Optional<Run> find(UUID id) {
        return background.runs().find(id);
    }

    /** A run of this visitor's; of others nothing is there. */
    Optional<Run> find(Visitor visitor, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(Paging::uuid)
                .flatMap(this::find)
                .filter(run -> run.asked().account().equals(visitor.account()));
    }
}
