package org.laurelbridge.rule;

import java.util.Locale;

/** What is attested of a learner besides what they did. */
public enum Topic {
    /** Another badge is held; about a badge's id. */
    HOLDS,
    /** The learner is in a cohort of the LMS. */
    MEMBER,
    /** The learner is enrolled in a course of the LMS. */
    ENROLLED,
    /** A field of the learner's profile in the LMS has a value. */
    PROFILE,
    /** The LMS rates a competency. */
    COMPETENCY,
    /** Somebody approved that the learner gets the badge that it is about; the value is the role in which they did. */
    APPROVED,
    /** The learner handed something in for the badge that it is about; the value is its sort, as {@code url}. */
    EVIDENCE;

    /** As it is written in rules and kept: {@code holds}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}. */
    public static Topic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it happens at a moment, so that it pays for one award alone; the others last. */
    public boolean isEvent() {
        return this == APPROVED || this == EVIDENCE;
    }
}
