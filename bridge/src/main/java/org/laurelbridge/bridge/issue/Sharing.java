package org.laurelbridge.bridge.issue;

import java.time.Instant;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.AwardId;

/**
 * What a learner lets others see of an award, in every form of it.
 *
 * @param evidence what it rests on is told
 * @param score the result is told
 * @param plain the learner's address is written out, so that anyone can read it; else it is hashed
 * @param hosted anyone may fetch the hosted Open Badges 2.0 assertion, also while the award's page is private
 */
public record Sharing(boolean evidence, boolean score, boolean plain, boolean hosted) {

    /** What holds until the learner chooses: nothing that says more than that it was earned, and by how many statements. */
    public static final Sharing UNCHOSEN = new Sharing(true, false, false, false);

    /** Whether its credential reads otherwise under another choice. */
    public boolean reads(Sharing other) {
        return evidence != other.evidence || score != other.score || plain != other.plain;
    }

    /** What was chosen. */
    public interface Choices extends Recorded<Sharing.Choices> {
        /** Of an award; {@link #UNCHOSEN} where nobody chose. */
        Sharing find(AwardId award);

        /** Keeps a choice, and replaces all credentials of the award where they read otherwise by it. */
        void choose(AwardId award, Sharing sharing, Instant now);
    }
}
