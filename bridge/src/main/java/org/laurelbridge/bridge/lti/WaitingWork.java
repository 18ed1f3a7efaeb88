package org.laurelbridge.bridge.lti;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;

/** What waits for somebody's word, found without deciding anything. What was sent back waits for its learner, and is not counted. */
public interface WaitingWork {

    /**
     * Who would give their word.
     *
     * @param self the person whose own badges and questions are none of their business; null for none
     * @param names by which their approvals are kept, so that nobody is asked twice
     */
    record Decider(@Nullable PersonId self, Set<String> names) {}

    /** Awards of all that wait for approval, or whose evidence is doubted or gone. */
    int awards();

    /**
     * Awards of all that wait for approval, those that have done so longest first, by their ids.
     *
     * @param isReturned those that were sent back and wait for their learner, instead of all others
     */
    List<UUID> proposed(boolean isReturned, int limit);

    /** Those of a course's learners and of these badges, and the learners who miss an instructor's approval alone. */
    int decisions(Course course, Collection<String> badges, Decider by);

    /**
     * The same one by one: awards, the oldest work first, and then who misses an approval, by name. What was sent back and what the
     * decider has approved stands behind the rest of its kind.
     *
     * @param of whose work alone is asked for, as they are known now; null for everybody's
     * @param limit of each kind
     */
    List<Waits> list(Course course, Collection<String> badges, Decider by, @Nullable PersonId of, int limit);

    /**
     * Something that waits.
     *
     * @param award null where an instructor's approval is the one condition that is missing
     * @param isDoubted whether it is an award whose evidence is doubted or gone
     * @param isReturned whether it was sent back, and nothing more was handed in since
     * @param since when its work was done, or since when its evidence is gone; null without an award
     */
    record Waits(
            @Nullable AwardId award,
            Learner learner,
            String badge,
            boolean isDoubted,
            boolean isReturned,
            @Nullable Instant since) {}

    /** The questions of a course's learners that nobody has answered, by their ids. */
    Set<UUID> questions(Course course, Decider by);
}
