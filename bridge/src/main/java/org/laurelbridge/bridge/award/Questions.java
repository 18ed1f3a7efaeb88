package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Truth;

/** What learners ask their instructors: why they have a badge, or have it not. */
public interface Questions extends Recorded<Questions> {

    /** The longest note and the longest answer, in characters. */
    int LONGEST = 1_000;

    /** A line of the explanation, in the words in which the learner read it. */
    record Line(int depth, Truth truth, String text) {}

    /**
     * A question.
     *
     * @param person who asks, as they are known now
     * @param tree the explanation as it stood when it was asked
     * @param note what the learner says to it
     * @param answer null while it waits
     * @param answeredAt null while it waits
     */
    record Question(
            UUID id,
            PersonId person,
            String badge,
            Instant askedAt,
            List<Line> tree,
            String note,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        public Question {
            tree = List.copyOf(tree);
        }

        public boolean waits() {
            return answeredAt == null;
        }
    }

    /**
     * Asks.
     *
     * @return false when another question of this person about this badge waits: nothing was written
     */
    boolean ask(PersonId person, String badge, String note, List<Line> tree, Instant now);

    /**
     * Answers a question.
     *
     * @return false when it was answered meanwhile or is gone: nothing was written
     */
    boolean answer(UUID question, String answer, Instant now);

    Optional<Question> find(UUID question);

    /** The newest question of a person about a badge. */
    Optional<Question> newest(PersonId person, String badge);

    /**
     * What these people ask: what waits, the oldest first, then what was answered last.
     *
     * @param people who stand for themselves
     * @param answered how many of those that are answered
     */
    List<Question> list(Collection<PersonId> people, int answered);
}
