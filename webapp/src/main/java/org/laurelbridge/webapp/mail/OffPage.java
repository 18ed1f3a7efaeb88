package org.laurelbridge.webapp.mail;

import org.laurelbridge.bridge.deliver.mail.MailKind;

/**
 * Whether somebody wants a kind of mail.
 *
 * @param isOff they do not
 * @param isChanged they just said so
 */
public record OffPage(MailKind kind, boolean isOff, boolean isChanged) {

    /** The key of what is so, or is asked. */
    public String sentence() {
        return isOff ? "my.mail.off.done" : isChanged ? "my.mail.off.again" : "my.mail.off.ask";
    }

    /** The key of what the mails are about. */
    public String about() {
        return "my.mail.kind." + kind.word();
    }
}
