package org.laurelbridge.bridge.issue;

import org.laurelbridge.bridge.award.AwardId;

/** What learners choose about what others see of their awards. */
public interface Choices {

    /** What was chosen for an award; {@link Choice#STANDARD} where nothing was. */
    Choice of(AwardId award);

    /**
     * A choice.
     *
     * @param isPlain whether the address is given as it is; else its hash alone
     */
    record Choice(Earned.Shown shown, boolean isPlain) {
        /** Evidence but no score, and no address. */
        public static final Choice STANDARD = new Choice(Earned.Shown.STANDARD, false);
    }
}
