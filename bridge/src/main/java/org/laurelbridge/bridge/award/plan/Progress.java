package org.laurelbridge.bridge.award.plan;

/** Hears how far something long has come. Called by one thread. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (what, done, whole) -> {};

    /**
     * So far.
     *
     * @param what in words, as "deciding"
     */
    void at(String what, long done, long whole);
}
