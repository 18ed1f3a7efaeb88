package org.laurelbridge.webapp.command;

import java.util.function.Supplier;
import org.laurelbridge.bridge.award.plan.NotRight;

/** What stops work on rules, in words. */
final class RuleWords {
    private RuleWords() {}

    /** Does it; mistakes in documents are told all at once. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotRight wrong) {
            throw new LaurelCommand.NotDone(
                    "The rules are not right, and nothing was changed:\n" + LaurelCommand.lines(wrong.problems()));
        }
    }
}
