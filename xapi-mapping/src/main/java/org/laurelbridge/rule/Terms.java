package org.laurelbridge.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;

/**
 * On what terms a badge is awarded, kept and lost.
 *
 * @param approveLate whether somebody must approve what rests on statements that came late (S3)
 * @param continuous whether the rule must hold all the time; else it is enough that it once did (S5)
 * @param valid how long; null for ever
 * @param renew how it is renewed; null where it is not
 * @param remind how long before the expiry the learner is told, the longest first
 * @param repeats whether it can be earned again in cycles
 */
public record Terms(
        Badge.AwardMode award,
        boolean approveLate,
        Settle settle,
        Badge.Unsupported unsupported,
        boolean continuous,
        @Nullable Validity valid,
        @Nullable Renewal renew,
        List<Span> remind,
        boolean repeats,
        Applies applies) {

    public Terms {
        remind = List.copyOf(remind);
    }

    /** Of a badge that says nothing about it. */
    public static Terms standard(int version) {
        return new Terms(
                Badge.AwardMode.AUTO,
                false,
                Settle.DEFAULT,
                Badge.Unsupported.REVIEW,
                false,
                null,
                null,
                List.of(),
                false,
                Applies.all(version));
    }
}
