package org.laurelbridge.webapp.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page says after a form was sent. Travels as a word in the address, so that nobody can put their own text there; its sentence is {@code site.notice.*}.
 */
public enum Notice {
    SENT_AGAIN,
    ALL_SENT_AGAIN,
    NOT_STUCK,
    JOINED,
    NO_SUCH_PERSON,
    DISAGREE,
    UNJOINED,
    NOT_JOINED,
    ROSTER_SOON,
    ROSTER_BELIEVED,
    MADE_PUBLIC,
    MADE_PRIVATE,
    APPROVED,
    DECLINED,
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
    BACKPACK_NOTHING_CHOSEN,
    BACKPACK_ENDED,
    BACKPACK_ENDED_HERE,
    INVITATION_ENDED,
    INVITATION_GONE,
    DEPLOYMENT_ALLOWED,
    PLATFORM_REMOVED,
    ROLES_SAVED,
    LAST_ADMINISTRATOR,
    NO_SUCH_LEARNER,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    SIGNED_OUT,
    TOKEN_REVOKED,
    TOKEN_GONE,
    ERASING,
    NOT_CONFIRMED,
    RULE_KEPT,
    RULE_SAVED,
    CONNECTED,
    CONNECTION_SAVED,
    DISCONNECTED,
    MAPPING_SAVED,
    CHANGED_MEANWHILE;

    /** Where to go on, with this notice. */
    public String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + "done="
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The notice of a word in an address; empty when it is none. */
    public static Optional<Notice> of(String word) {
        return Arrays.stream(values())
                .filter(notice ->
                        notice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }
}
