package org.laurelbridge.rule;

import java.util.UUID;
import org.laurelbridge.mapping.Fact;

/**
 * A statement that does not count, or not as its sender may think, and what would change that.
 *
 * @param activity the label of the activity that it is about, or seems to be
 */
public record LeftOut(UUID statement, String activity, Phrase reason) {

    static LeftOut of(Fact fact, Phrase reason) {
        return new LeftOut(fact.statement(), fact.activity(), reason);
    }

    /** A fact about something that only looks like an activity. */
    public static LeftOut alike(Fact fact, String activity) {
        Phrase reason = Phrase.of("overlooked.lookAlike", fact.object(), new Phrase.Activity(activity));
        return new LeftOut(fact.statement(), activity, reason);
    }

    /** A fact whose statement was voided (S2). */
    public static LeftOut voided(Fact fact) {
        return of(fact, Phrase.of("overlooked.voided", fact.at()));
    }
}
