package org.laurelbridge.bridge.deliver.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Announcement.What;

/** What people are written of an award, of a question about a badge, or of work that was sent back. That an award was approved is told by giving it. */
public enum Letter {
    ISSUED(What.ISSUED, MailKind.AWARDS),
    REVOKED(What.REVOKED, MailKind.AWARDS),
    SUSPENDED(What.SUSPENDED, MailKind.AWARDS),
    REINSTATED(What.REINSTATED, MailKind.AWARDS),
    OFFERED(What.OFFERED, MailKind.AWARDS),
    DECLINED(What.DECLINED, MailKind.AWARDS),
    EXPIRING(What.EXPIRING, MailKind.REMINDERS),
    EXPIRED(What.EXPIRED, MailKind.REMINDERS),
    APPROVAL(What.APPROVAL, MailKind.APPROVALS),
    REVIEW(What.REVIEW, MailKind.REVIEWS),
    /** A learner asks those who teach them. */
    ASKED(null, MailKind.QUESTIONS),
    /** A learner is answered. */
    ANSWERED(null, MailKind.QUESTIONS),
    /** A learner's work was sent back. */
    RETURNED(null, MailKind.AWARDS);

    private final @Nullable What what;
    private final MailKind kind;

    Letter(@Nullable What what, MailKind kind) {
        this.what = what;
        this.kind = kind;
    }

    public MailKind kind() {
        return kind;
    }

    /** Whether it is for who earns the badge, not for others. */
    boolean isForLearner() {
        return !kind.isForDeciders() && this != ASKED;
    }

    /** In the catalogs. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where nobody is written. */
    public static Optional<Letter> of(What what) {
        return Arrays.stream(values()).filter(letter -> letter.what == what).findFirst();
    }

    /** All that somebody is written of. */
    public static Set<What> subjects() {
        return Arrays.stream(values())
                .flatMap(letter -> Stream.ofNullable(letter.what))
                .collect(Collectors.toUnmodifiableSet());
    }
}
