package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;

/** What is known of many people and badges, read at once: with a number of queries that does not grow with badges. */
public interface ClassEvidence {

    /**
     * How people's awards of these badges stand, and what else is known of each.
     *
     * @param people who stand for themselves
     * @param asked what has to be known, by the withdrawn awards of all of them
     */
    Map<PersonId, Known> know(
            Collection<PersonId> people,
            Collection<String> badges,
            Function<Map<String, List<Award>>, Awards.Asked> asked);

    /** Who of these people missed one condition alone of one of these badges when it was decided last. */
    Set<PersonId> listNear(Collection<PersonId> people, Collection<String> badges, Instant now);

    /** The badges that each of these people missed an instructor's approval of alone when they were decided last. */
    Map<PersonId, Set<String>> listByApproval(Collection<PersonId> people, Collection<String> badges);

    /** How all awards of each of these badges stand, for each of these people; of a badge without one there is no list. */
    Map<PersonId, Map<String, List<Stands>>> listStands(Collection<PersonId> people, Collection<String> badges);

    /** The badges of which each of these people has an award that stands so; who has none is left out. */
    Map<PersonId, Set<String>> listBadges(Collection<PersonId> people, Collection<String> badges, Set<AwardStatus> so);

    /** Awards of these people and badges that were earned and stand, whether they expired since or not. */
    List<Earned> listEarned(Collection<PersonId> people, Collection<String> badges);

    /**
     * That somebody earned a badge.
     *
     * @param person who stands for themselves
     */
    record Earned(PersonId person, String badge, Instant at) {}

    /**
     * Of one person.
     *
     * @param stands the newest award of each badge; those without one are not there
     * @param withdrawn whole awards that were withdrawn, since they say what cannot be earned any more
     */
    record Known(
            Map<String, Stands> stands,
            Map<String, List<Award>> withdrawn,
            List<Fact> facts,
            List<Attestation> attested) {}

    /**
     * An award, as much of it as a table shows.
     *
     * @param version of the rule that it was earned under
     * @param expiresAt null for never
     */
    record Stands(
            AwardId award,
            AwardStatus status,
            int cycle,
            int version,
            @Nullable Instant expiresAt) {

        /** That of the last cycle; the first of several. */
        public static Stands newest(List<Stands> some) {
            return Collections.max(some, Comparator.comparingInt(Stands::cycle));
        }
    }
}
