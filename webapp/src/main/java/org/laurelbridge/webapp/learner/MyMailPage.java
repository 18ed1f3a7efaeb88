package org.laurelbridge.webapp.learner;

import java.util.List;

/** Which mails a learner gets, and in which language. */
public record MyMailPage(MyFrame frame, List<Kind> kinds, List<Language> languages) {

    /**
     * A kind of mail.
     *
     * @param label the key of what such mails are about
     */
    public record Kind(String word, String label, boolean isWanted) {}

    /**
     * A language.
     *
     * @param label its own name for itself
     */
    public record Language(String tag, String label, boolean isChosen) {}
}
