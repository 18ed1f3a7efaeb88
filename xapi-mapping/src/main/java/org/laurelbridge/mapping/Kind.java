package org.laurelbridge.mapping;

import java.util.List;

/**
 * What a fact says was done, whatever verb said it. Seventeen kinds are canonical, a mapping may add its own, and a verb
 * that no mapping knows is {@link #OTHER}.
 */
public record Kind(String name) {
    public static final Kind LAUNCHED = new Kind("launched");
    public static final Kind INITIALIZED = new Kind("initialized");
    public static final Kind PROGRESSED = new Kind("progressed");
    public static final Kind EXPERIENCED = new Kind("experienced");
    public static final Kind ANSWERED = new Kind("answered");
    public static final Kind INTERACTED = new Kind("interacted");
    public static final Kind COMPLETED = new Kind("completed");
    public static final Kind PASSED = new Kind("passed");
    public static final Kind FAILED = new Kind("failed");
    public static final Kind SCORED = new Kind("scored");
    public static final Kind REGRADED = new Kind("regraded");
    public static final Kind SATISFIED = new Kind("satisfied");
    public static final Kind WAIVED = new Kind("waived");
    public static final Kind ABANDONED = new Kind("abandoned");
    public static final Kind TERMINATED = new Kind("terminated");
    public static final Kind SUSPENDED = new Kind("suspended");
    public static final Kind EARNED = new Kind("earned");
    public static final Kind OTHER = new Kind("other");

    /** The seventeen, in the order of the language. */
    public static final List<Kind> CANONICAL = List.of(
            LAUNCHED,
            INITIALIZED,
            PROGRESSED,
            EXPERIENCED,
            ANSWERED,
            INTERACTED,
            COMPLETED,
            PASSED,
            FAILED,
            SCORED,
            REGRADED,
            SATISFIED,
            WAIVED,
            ABANDONED,
            TERMINATED,
            SUSPENDED,
            EARNED);

    @Override
    public String toString() {
        return name;
    }
}
