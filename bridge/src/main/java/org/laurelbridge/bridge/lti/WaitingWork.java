package org.laurelbridge.bridge.lti;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;

/** How much waits for somebody's word, counted without deciding anything. What was sent back waits for its learner, and is left out. */
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

    /** The questions of a course's learners that nobody has answered, by their ids. */
    Set<UUID> questions(Course course, Decider by);
}
