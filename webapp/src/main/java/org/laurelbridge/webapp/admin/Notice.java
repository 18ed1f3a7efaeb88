package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page says after a form was sent. Travels as a word in the address, so that nobody can put their own text there; its sentence is {@code site.notice.*}.
 */
public enum Notice {
    SENT_AGAIN,
    ALL_SENT_AGAIN,
    NOT_STUCK(Tone.TROUBLE),
    JOINED,
    NO_SUCH_PERSON(Tone.TROUBLE),
    DISAGREE(Tone.TROUBLE),
    UNJOINED,
    NOT_JOINED(Tone.TROUBLE),
    ROSTER_SOON,
    ROSTER_BELIEVED,
    MADE_PUBLIC,
    MADE_PRIVATE,
    APPROVED,
    DECLINED,
    RETURNED,
    APPROVED_BY_ONE,
    CLAIMED,
    LEFT,
    NOT_OFFERED(Tone.TROUBLE),
    KEPT,
    REVOKED,
    PICTURE_SAVED,
    PICTURE_STANDARD,
    SHARING_SAVED,
    MAIL_SAVED,
    APP_ENDED,
    BROUGHT_REMOVED,
    HOSTED_OPENED,
    BACKPACK_CONNECTED,
    BACKPACK_SAVED,
    BACKPACK_SENT,
    BACKPACK_NOTHING_CHOSEN(Tone.TROUBLE),
    BACKPACK_ENDED,
    BACKPACK_ENDED_HERE(Tone.TROUBLE),
    INVITATION_ENDED,
    INVITATION_GONE(Tone.TROUBLE),
    DEPLOYMENT_ALLOWED,
    PLATFORM_REMOVED,
    ROLES_SAVED,
    LAST_ADMINISTRATOR(Tone.TROUBLE),
    NO_SUCH_LEARNER(Tone.TROUBLE),
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    SIGNED_OUT,
    TOKEN_REVOKED,
    TOKEN_GONE(Tone.TROUBLE),
    KEYS_MADE,
    KEY_WITHDRAWN,
    KEY_GONE(Tone.TROUBLE),
    ERASING,
    NOT_CONFIRMED(Tone.TROUBLE),
    RULE_KEPT,
    RULE_SAVED,
    PLAN_DROPPED,
    NOTHING_CHOSEN(Tone.TROUBLE),
    TOO_MUCH(Tone.TROUBLE),
    CONNECTED,
    CONNECTION_SAVED,
    DISCONNECTED,
    MAPPING_SAVED,
    SETUP_IMPORTED,
    SETUP_DROPPED,
    CHANGED_MEANWHILE(Tone.TROUBLE);

    /** How it is said. */
    private enum Tone {
        DONE,
        TROUBLE
    }

    private final Tone tone;

    Notice() {
        this(Tone.DONE);
    }

    Notice(Tone tone) {
        this.tone = tone;
    }

    /** Whether something was not done that was asked for, or is left to do. */
    public boolean isTrouble() {
        return tone == Tone.TROUBLE;
    }

    /** Where to go on, with this notice. */
    public String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + "done="
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The notice that a page is asked to show; null when none is. */
    public static @Nullable Notice asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("done"))
                .flatMap(Notice::of)
                .orElse(null);
    }

    /** The notice of a word in an address; empty when it is none. */
    public static Optional<Notice> of(String word) {
        return Arrays.stream(values())
                .filter(notice ->
                        notice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }
}
