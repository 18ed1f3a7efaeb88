package org.laurelbridge.bridge.issue;

import java.util.Optional;

/** What badges mean, in every version ever applied. */
public interface Achievements {

    /** One version of a badge. */
    Optional<Achievement> find(String badge, int version);
}
