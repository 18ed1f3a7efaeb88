package org.laurelbridge.webapp.admin;

import java.time.Instant;
import org.laurelbridge.bridge.run.Run;

/**
 * How far something is that takes a while.
 *
 * @param percent negative while that is not known
 */
public record Stand(Run.Kind kind, Run.State state, int percent) {

    public static Stand of(Run run, Instant now) {
        int percent = run.whole() == 0 ? -1 : (int) (100L * run.done() / run.whole());
        return new Stand(run.asked().kind(), run.stateAt(now), percent);
    }

    public boolean isUnderWay() {
        return state == Run.State.WAITING || state == Run.State.RUNNING;
    }

    /** Whether it ended without a word of what became of it. */
    public boolean isBroken() {
        return state == Run.State.FAILED || state == Run.State.STOPPED;
    }
}
