package org.laurelbridge.webapp.build;

/**
 * A rule to look at or change, or a draft.
 *
 * @param state how it stands
 */
public record Other(String path, String title, State state) {

    /** How it stands. */
    public enum State {
        IN_FORCE,
        DRAFT,
        /** A draft of which activities are yet to be chosen. */
        LACKING,
        /** It was in force, and may be again. */
        OFF
    }

    public boolean isDraft() {
        return state == State.DRAFT || state == State.LACKING;
    }
}
