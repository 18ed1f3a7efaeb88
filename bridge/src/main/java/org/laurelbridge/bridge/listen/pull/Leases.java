package org.laurelbridge.bridge.listen.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What only one node does at a time. A lease ends by itself, so that a node that died holds nobody up. */
public interface Leases {

    /**
     * Takes a lease that is free, or prolongs one's own.
     *
     * @param name at most 200 characters
     * @param now by this node's clock; nodes' clocks should differ by less than {@code length}
     * @return whether the holder has it until {@code now} plus {@code length}
     */
    boolean hold(String name, UUID holder, Instant now, Duration length);

    /** Gives it back early; nothing happens when it is another's. */
    void giveBack(String name, UUID holder);
}
