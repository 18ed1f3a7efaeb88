package org.laurelbridge.bridge.listen;

import java.util.List;

/**
 * What a source brings at once.
 *
 * @param source the configured source's name
 * @param manner what becomes of a conflict or of a void without the right to it
 * @param candidates no two with the same id when pushed
 * @param unreadable goes to quarantine with the same commit; always empty when pushed
 */
public record Submission(String source, Manner manner, List<Candidate> candidates, List<Unreadable> unreadable) {

    /** Pushed: all or nothing, and the sender is told. Taken from an LRS or a file: what cannot be kept is quarantined. */
    public enum Manner {
        PUSHED,
        TAKEN
    }

    public Submission {
        candidates = List.copyOf(candidates);
        unreadable = List.copyOf(unreadable);
    }
}
