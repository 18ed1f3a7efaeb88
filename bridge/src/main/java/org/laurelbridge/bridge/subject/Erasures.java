package org.laurelbridge.bridge.subject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Erasures of people, which go on by steps: each is one short transaction that says how far it came. */
public interface Erasures extends Recorded<Erasures> {

    /**
     * Begins: from now on nothing of this person, and of who was merged with them, is taken in any more; their accounts sign in
     * nobody. Asked again while it is under way, it is the same.
     *
     * @param homePages on which an account's name is a person's identifier of a kind
     * @return empty when there is no such person
     */
    Optional<Erasure> begin(PersonId person, Function<String, Set<String>> homePages, Instant now);

    /** Tells the audit log that somebody asked for it and did not mean it. */
    void refuse(PersonId person);

    /**
     * Does a little more. Several may do so at once: one is overtaken.
     *
     * @return how it stands then; empty when there is no such erasure
     */
    Optional<Erasure> goOn(UUID erasure, Instant now);

    /** One of them. */
    Optional<Erasure> find(UUID erasure);

    /** The newest first. */
    List<Erasure> list(int limit);

    /**
     * Whether somebody with any of these identifiers was erased, and nobody with it is known since.
     *
     * @param identifiers the first is whom it is about: whoever was added anew by that is back, whatever else they were known by
     */
    boolean isErased(List<Identifier> identifiers);

    /** What would go, by kind, without doing anything; empty when there is no such person. */
    Optional<Report> foresee(PersonId person);

    /** Those that have a next step which can be done now. */
    List<UUID> listOpen(Instant now);
}
