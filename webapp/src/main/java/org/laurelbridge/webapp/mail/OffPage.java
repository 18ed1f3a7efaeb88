package org.laurelbridge.webapp.mail;

import org.laurelbridge.bridge.deliver.mail.MailKind;
import org.laurelbridge.bridge.deliver.mail.MailWords;

/**
 * Whether somebody wants a kind of mail.
 *
 * @param isOff they do not
 * @param isChanged they just said so
 */
public record OffPage(MailWords words, MailKind kind, boolean isOff, boolean isChanged) {

    public String say(String key) {
        return words.say(key, words.say("kind." + kind.word()));
    }

    /** What is so, or is asked. */
    public String sentence() {
        return say(isOff ? "off.done" : isChanged ? "off.again" : "off.ask");
    }

    public String language() {
        return words.language().toLanguageTag();
    }
}
