package org.laurelbridge.webapp.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page says after a form was sent. Travels as a word in the address, so that nobody can put their own text there. */
public enum Notice {
    SENT_AGAIN("The delivery is sent again now."),
    ALL_SENT_AGAIN("All stuck deliveries are sent again now."),
    NOT_STUCK("This delivery is not stuck any more, so it was not sent again."),
    JOINED("The actor was joined. Its statements are mapped anew."),
    NO_SUCH_PERSON("Nobody has this id or e-mail, so nothing was joined."),
    DISAGREE("This actor already belongs to another person, so nothing was joined."),
    UNJOINED("It is theirs no more. Its statements are mapped anew, and what they alone supported is withdrawn."),
    NOT_JOINED("This person is not known by that any more, so nothing was changed."),
    ROSTER_SOON("The roster is read in a moment."),
    MADE_PUBLIC("The badge is public now: anyone who has its address can see it."),
    MADE_PRIVATE("The badge is private now."),
    APPROVED("The award is approved. It is given in a moment."),
    DECLINED("The award is declined."),
    KEPT("The award is kept."),
    REVOKED("The award was taken back, and its grade with it."),
    PICTURE_SAVED("The picture is saved. Pages and badges that are taken from now on show it."),
    PICTURE_STANDARD("The badge looks as all do again."),
    SHARING_SAVED("What is shown of the badge is saved."),
    MAIL_SAVED("Your choice of mails is saved."),
    APP_ENDED("The application may do nothing more. What it fetched before stays with it."),
    BROUGHT_REMOVED("The badge is not kept here any more."),
    HOSTED_OPENED("The hosted form is open: anyone who has its address can read it."),
    BACKPACK_CONNECTED("It is connected. Choose what goes there."),
    BACKPACK_SAVED("What goes there by itself is saved."),
    BACKPACK_SENT("What you chose is on its way."),
    BACKPACK_NOTHING_CHOSEN("No badge was chosen that could be sent, so nothing was sent."),
    BACKPACK_ENDED(
            "The backpack is disconnected, and it lets Laurel in no more. The badges that are there stay yours."),
    BACKPACK_ENDED_HERE("The backpack is disconnected. It did not say that it lets Laurel in no more: end that there,"
            + " where it lists what may enter."),
    INVITATION_ENDED("The invitation is ended: its address registers nothing any more."),
    INVITATION_GONE("This invitation was used or over already."),
    DEPLOYMENT_ALLOWED("The deployment may launch now."),
    PLATFORM_REMOVED("The platform is removed. Nobody comes in from it any more."),
    ROLES_SAVED("The roles are saved."),
    LAST_ADMINISTRATOR("Nobody else is an administrator, so nothing was changed. Make somebody else one first."),
    NO_SUCH_LEARNER("Nobody has this id or e-mail, so nothing was changed."),
    ACCOUNT_DISABLED("The account is disabled, and signed out everywhere."),
    ACCOUNT_ENABLED("The account lets somebody in again."),
    SIGNED_OUT("The account is signed out everywhere."),
    TOKEN_REVOKED("The token is revoked, and who was signed in with it is signed out."),
    TOKEN_GONE("There is no token of this name any more."),
    ERASING("Nothing more of this person is taken in, and what there is goes now. The report stands below."),
    NOT_CONFIRMED("What was typed is not what was asked for, so nothing was erased."),
    CHANGED_MEANWHILE("The badge changed meanwhile, so it was left as it is. Look again.");

    private final String sentence;

    Notice(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

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
