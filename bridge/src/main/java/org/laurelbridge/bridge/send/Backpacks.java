package org.laurelbridge.bridge.send;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Learners' backpacks and what is sent there. What is to be sent waits in the outbox: ordered when the learner chooses, and, where
 * she chose so, by the transaction that signs a credential or lets it stand otherwise.
 */
public interface Backpacks extends Recorded<Backpacks> {

    /**
     * Keeps a learner's place at a host. One that was there is connected again, and what was stuck is sent again.
     *
     * @param account by which the learner said yes
     */
    Backpack connect(UUID account, UUID host, Grant grant, Instant now);

    Optional<Backpack> find(UUID backpack);

    /** Those of a person, and of who was merged into them, in the order of connecting. */
    List<Backpack> list(PersonId person);

    /** Keeps a choice; all awards that are not there are ordered where that is the choice. */
    void choose(UUID backpack, Backpack.Choice choice, Instant now);

    /** Orders these awards of the learner as they are now; others, and what is not signed, are left out. Returns how many. */
    int send(UUID backpack, Collection<AwardId> awards, Instant now);

    /** What was ordered last of each award. */
    List<Sent> listSent(UUID backpack);

    /** Whether any form of an award was delivered there. */
    boolean isThere(UUID backpack, AwardId award);

    /** Forgets it, with its tokens and all that waits. */
    void remove(UUID backpack);

    /**
     * How an award's newest order stands.
     *
     * @param nextAt when it is tried again, where it waits
     * @param trouble in words; null for none
     */
    record Sent(
            AwardId award,
            State state,
            Instant nextAt,
            @Nullable String trouble) {}
}
