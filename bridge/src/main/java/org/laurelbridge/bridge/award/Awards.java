package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Destination;
import org.laurelbridge.rule.Subject;

/** The awards, and the queue of what must be decided anew. */
public interface Awards extends Recorded<Awards> {

    /** What is due, oldest first. Reading claims nothing: {@link #conclude} notices when it was overtaken. */
    List<Due> listDue(Instant now, int limit);

    /** Whether facts still come from another generation of the mapping than this one: then nothing can be concluded yet (S9). */
    boolean isBetweenMappings(long generation);

    /**
     * The effective facts of a person, and of who was merged into them, on these activities: those of voided statements are left
     * out.
     */
    List<Fact> listFacts(PersonId person, Collection<String> activities);

    /**
     * What does not count: on these activities the facts of voided statements, which would count if they had not been voided, and the
     * effective facts on others.
     */
    List<Fact> listBesides(PersonId person, Collection<String> activities, Collection<String> others);

    /** The statements of this person's facts on these activities that are not kept any more, with when they were kept first. */
    Map<UUID, Instant> listGone(PersonId person, Collection<String> activities);

    /**
     * What is known of a person, and of who was merged into them, to decide these badges: what {@link #find} finds, and what is
     * asked of facts and of what is attested, awards that are valid among it.
     *
     * @param asked what has to be known where these awards are held
     */
    Cycles.Person know(PersonId person, Collection<String> badges, Function<Map<String, List<Award>>, Asked> asked);

    /** A person's awards of these badges, by badge; those of one badge by their cycle. Superseded ones are left out. */
    Map<String, List<Award>> find(PersonId person, Collection<String> badges);

    /** To whom an award was granted, whoever stands for them now. */
    PersonId grantee(AwardId award);

    /** An award by its id, or by that of one of its credentials. */
    Optional<Award> find(UUID id);

    /** Awards by their ids; those that are not there are left out. */
    Map<AwardId, Award> findAll(Collection<AwardId> ids);

    /** How many badges each of these people holds: what was not taken back, and is not over. Those without any are left out. */
    Map<PersonId, Long> countHeld(Collection<PersonId> people, Instant now);

    /**
     * Writes what was decided and takes the reasons off the queue, all in one commit: awards, their events, the deliveries that
     * they ask for, the wishes for a credential. One whose reason moved meanwhile (a newer reason, another node, a person's
     * decision) is left out: decide it again.
     *
     * @param turn of the documents in force by which it was decided; when others are in force meanwhile, nothing is written
     * @return for each conclusion, in order, whether it was written
     * @throws Refused when these cannot be written together
     */
    List<Boolean> conclude(List<Conclusion> conclusions, long turn, Instant now);

    /**
     * Changes an award's status by a person's decision, with its event and deliveries; what is being decided about it meanwhile is
     * decided anew.
     *
     * @return false when it no longer has the status that the person saw
     */
    boolean change(Award seen, Change change, Instant now);

    /** Awards in the order they were made; null arguments do not filter. */
    List<Award> list(@Nullable String badge, @Nullable PersonId person, @Nullable AwardId after, int limit);

    /** Awards that stand so, those first that have done so longest. */
    List<Award> listStanding(AwardStatus status, int limit);

    /** What happened to an award, in order. */
    List<Happened> listEvents(AwardId award);

    /** What a learner was told, newest first. */
    List<Told> listNotices(PersonId person, int limit);

    /** Rules that failed and are switched off for a while, by badge. */
    List<Trouble> listTroubles();

    /** Remembers that a rule failed. Until {@code trouble.retryAt} nobody evaluates it. */
    void saveTrouble(Trouble trouble);

    /** The rule works again. */
    void removeTrouble(String badge);

    /** The store is there, but does not take what it was given: nothing of it was written. */
    final class Refused extends RuntimeException {
        public Refused(RuntimeException cause) {
            super("the store refuses it", cause);
        }
    }

    /** Activities on which facts are asked for, and subjects about which something may be attested. */
    record Asked(Set<String> activities, Set<Subject> subjects) {
        public Asked {
            activities = Set.copyOf(activities);
            subjects = Set.copyOf(subjects);
        }
    }

    /** How near somebody is to a badge that they have begun. */
    enum Near {
        NOT,
        /** One condition alone is missing. */
        ONE,
        /** And that is an instructor's approval. */
        APPROVAL
    }

    /** A person and a badge to decide; the mark tells whether a reason came after it was read. */
    record Due(PersonId person, String badge, long mark) {}

    /**
     * What was decided.
     *
     * @param changes to be written, one for each award that changed
     * @param notices what the learner is to be told; what was told before is left out when it is written
     * @param deliver where the rule of the newest award has its grade go
     * @param near whether one condition alone is missing
     * @param lookAgain when the answer may change by itself; null for never
     */
    record Conclusion(
            Due due,
            List<Change> changes,
            List<Notice> notices,
            List<Destination> deliver,
            Near near,
            @Nullable Instant lookAgain) {
        public Conclusion {
            changes = List.copyOf(changes);
            notices = List.copyOf(notices);
            deliver = List.copyOf(deliver);
        }

        /** Nothing to write. */
        static Conclusion nothing(Due due, @Nullable Instant lookAgain) {
            return new Conclusion(due, List.of(), List.of(), List.of(), Near.NOT, lookAgain);
        }
    }

    /**
     * A new award, or how one is from now on.
     *
     * @param grades what should stand at the targets from now on; null leaves them as they are
     * @param factsFingerprint SHA-256 of the facts that the award rests on, hexadecimal; null leaves it as it is
     * @param readers the badges whose rules ask whether this one is held: they are decided anew
     */
    record Change(
            Award award,
            Event event,
            @Nullable Grades grades,
            @Nullable String factsFingerprint,
            List<String> readers) {
        public Change {
            readers = List.copyOf(readers);
        }
    }

    /**
     * What happens to an award.
     *
     * @param what in a word: offered, proposed, withdrawn, granted, changed, unsupported, supported, review, suspended,
     *     restored, revoked, reissued; or what a person did: claimed, left, approved, declined, shown, hidden
     * @param why a sentence for an administrator, without personal data, up to 1,000 characters
     * @param sign whether its credential has to be signed (again)
     */
    record Event(String what, String why, boolean sign) {}

    /** A notice as it was kept. */
    record Told(Instant at, Notice notice) {}

    /** An event as it was kept. */
    record Happened(Instant at, String what, String why) {}

    /**
     * A rule that could not be evaluated.
     *
     * @param why without personal data
     * @param since of the last failure
     */
    record Trouble(String badge, int version, String why, Instant since, Instant retryAt) {}
}
