package org.laurelbridge.bridge.account;

import java.util.Locale;

/** What an account may do. */
public enum Role {
    /** Runs the installation: everything but what is a learner's alone. */
    ADMINISTRATOR,
    /** Teaches; in which courses is told where they come from. */
    INSTRUCTOR,
    /** Earns badges, and decides what others see of them. */
    LEARNER,
    /** Looks at what administrators look at, and changes nothing. */
    VIEWER;

    /** As it is kept and typed: {@code administrator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #word}.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
