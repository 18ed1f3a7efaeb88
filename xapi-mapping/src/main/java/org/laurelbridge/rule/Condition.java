package org.laurelbridge.rule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be true. Every condition answers for itself: its status at a moment, and its whole timeline at once; both from the
 * facts of a {@link View} alone, and both agree at every moment.
 */
public sealed interface Condition permits FactCondition, Combination, InOrder, Attested, Derived {

    /** The status over the facts that count at {@code moment}, with what it rests on. */
    Finding finding(View view, Instant moment);

    /** What {@link #finding} would say at each moment, in one pass over the facts. */
    Timeline timeline(View view);

    /** The word of the language, as {@code scored}. */
    String word();

    /** What it is about, as a label or a kind. */
    String subject();

    /** As an instruction to the learner. */
    Phrase instruction();

    /** The labels of the activities that it reads. */
    Set<String> activities();

    /** What it reads of what is attested of the learner. */
    default Set<Subject> attestedSubjects() {
        return parts().stream()
                .flatMap(part -> part.attestedSubjects().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Moments at which it may turn though nothing happens: an end, or something that is too long ago. */
    default Stream<Instant> turns(View view) {
        return parts().stream().flatMap(part -> part.turns(view));
    }

    /** The name by which others know the moment at which it became true; null for none. */
    default @Nullable String as() {
        return null;
    }

    /** The name of the condition whose moment it counts from; null for none. */
    default @Nullable String after() {
        return null;
    }

    /** Whether it rests on the one registration that all conditions of the rule share that say so. */
    default boolean sharesRegistration() {
        return false;
    }

    /** It and everything below it. */
    default Stream<Condition> everything() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Condition::everything));
    }

    /** The conditions right below it. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Out of how many parts its progress counts. */
    default int shownOf() {
        return parts().size();
    }
}
