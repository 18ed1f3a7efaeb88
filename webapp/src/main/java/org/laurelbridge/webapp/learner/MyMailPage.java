package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a learner gets, and in which language.
 *
 * @param address where they go; null when none is known
 */
public record MyMailPage(MyFrame frame, @Nullable String address, List<Kind> kinds, List<Language> languages) {

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
