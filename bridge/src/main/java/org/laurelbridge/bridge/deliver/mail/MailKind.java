package org.laurelbridge.bridge.deliver.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people choose to be written about, or not. */
public enum MailKind {
    /** What happens to one's badges. */
    AWARDS,
    /** Badges that end. */
    REMINDERS,
    /** Badges that wait for approval. */
    APPROVALS,
    /** Badges whose evidence is doubted. */
    REVIEWS,
    /** What learners ask about badges, and the answers. */
    QUESTIONS;

    /** As it is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}. */
    public static Optional<MailKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether it is for those who decide, not for learners. */
    public boolean isForDeciders() {
        return this == APPROVALS || this == REVIEWS;
    }
}
