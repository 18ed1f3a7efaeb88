package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a condition reads: those of one activity, narrowed by its modifiers.
 *
 * @param on the label of the activity
 * @param from the trusted source that must have brought them; null for any
 * @param proctored whether only those count that say they were proctored
 * @param window when they must have happened
 * @param sameRegistration whether they must be of the one registration that all conditions of the rule share that say so
 * @param inWindow whether only those count that fall into the time in which an award may be renewed
 * @param as the name by which other conditions know the moment at which this one became true; null for none
 */
public record Scope(
        String on,
        @Nullable String from,
        boolean proctored,
        Window window,
        boolean sameRegistration,
        boolean inWindow,
        @Nullable String as) {

    /** All facts of an activity. */
    public static Scope of(String on) {
        return new Scope(on, null, false, Window.ALWAYS, false, false, null);
    }

    /** Narrowed as this, to what a unit did in the registration that is looked at, told by whom {@code from} names. */
    Scope ofUnit(String label, @Nullable String source) {
        return new Scope(label, source, proctored, window, true, inWindow, null);
    }

    /** Whether a fact that its source told is narrowed in. */
    boolean admits(StandingFact fact) {
        return !proctored || Boolean.TRUE.equals(fact.fact().proctored());
    }

    /** What narrows it, in words; empty for all facts of the activity. */
    List<Phrase> narrowings() {
        List<Phrase> phrases = new ArrayList<>();
        if (from != null) {
            phrases.add(Phrase.of("only.from", from));
        }
        if (proctored) {
            phrases.add(Phrase.of("only.proctored"));
        }
        phrases.addAll(window.narrowings());
        if (sameRegistration) {
            phrases.add(Phrase.of("only.registration"));
        }
        if (inWindow) {
            phrases.add(Phrase.of("only.inWindow"));
        }
        return phrases;
    }
}
