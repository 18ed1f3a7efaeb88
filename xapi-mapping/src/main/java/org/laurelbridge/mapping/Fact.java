package org.laurelbridge.mapping;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Score;

/**
 * What one statement says about one learner and one activity of the mapping.
 *
 * @param activity the activity's label in the mapping, as "k8s-quiz"
 * @param verb the verb's IRI as sent
 * @param at when it happened: the statement's timestamp, else its stored
 * @param percent null when the statement carries no usable score: missing is not zero
 * @param success null when nobody said
 * @param completion null when nobody said
 * @param duration ISO 8601 as sent
 * @param attempt what tells this attempt from another, never empty
 * @param sources who brought it, whoever came first: by the names that the mapping trusts them under, else the configured ones
 * @param proctored null when nobody said
 * @param points the score as sent, with the mapping's override of its bounds
 * @param object the statement's own object id, before any rewrite
 * @param target the id of the activity that it is about, after rewrites, in the form in which ids are compared
 * @param course the course in the statement's context, as its activity id; null when there is none
 * @param refersTo the statement that this one builds on ({@code context.statement}): what a regrade regrades
 * @param cmi5 what cmi5 says about it; null when that is nothing
 * @param heldUntil it counts from this moment, since its clock ran ahead by more than the allowed skew; null counts at once
 * @param late it came later than the mapping's {@code backdate} allows
 * @param mastery whether the score was held against a mastery score, so that success goes by it
 * @param statement the id of the statement
 */
public record Fact(
        String activity,
        Kind kind,
        String verb,
        Instant at,
        @Nullable Percent percent,
        @Nullable Boolean success,
        @Nullable Boolean completion,
        @Nullable String duration,
        @Nullable UUID registration,
        String attempt,
        Set<String> sources,
        @Nullable Boolean proctored,
        @Nullable Score points,
        String object,
        String target,
        @Nullable String course,
        @Nullable UUID refersTo,
        @Nullable Cmi5 cmi5,
        @Nullable Instant heldUntil,
        boolean late,
        boolean mastery,
        UUID statement) {

    public Fact {
        sources = Set.copyOf(sources);
    }

    /** The total order of facts: time, then statement id (its text). Arrival plays no part. */
    public static final Comparator<Fact> IN_ORDER = Fact::compare;

    private static int compare(Fact one, Fact other) {
        int time = one.at.compareTo(other.at);
        return time != 0 ? time : compare(one.statement, other.statement);
    }

    // as their texts compare: Java's own order of ids takes half of them as negative numbers
    private static int compare(UUID one, UUID other) {
        int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
