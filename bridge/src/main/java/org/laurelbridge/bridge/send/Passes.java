package org.laurelbridge.bridge.send;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tokens of backpacks, sealed where they rest. A refresh token is used once: one node at a time asks for another. */
public interface Passes {

    /** What a backpack may be entered with now; empty when it is not connected any more. */
    Optional<Kept> find(UUID backpack);

    /**
     * Claims the renewal of a grant.
     *
     * @param mark of the grant as it was read
     * @return false when somebody else renews it, or has renewed it
     */
    boolean claim(UUID backpack, long mark, Instant now, Instant until);

    /** Keeps another grant in the place of the one with that mark, and ends the claim; false when that stands no more. */
    boolean renew(UUID backpack, long mark, Grant grant);

    /** Ends the claim. */
    void giveBack(UUID backpack, long mark);

    /** The host takes the grant with that mark no more: the learner must connect again. */
    void lose(UUID backpack, long mark, String why);

    /** A grant, with a mark that is another with every grant. */
    record Kept(Grant grant, long mark) {}
}
