package org.laurelbridge.webapp.learner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a page of backpacks says after a form was sent. Travels as a word in the address, so that nobody can put their own text there. */
enum BackpackNotice {
    CONNECTED("It is connected. Choose what goes there."),
    SAVED("What goes there by itself is saved."),
    SENT("What you chose is on its way."),
    NOTHING_CHOSEN("No badge was chosen, so nothing was sent."),
    ENDED("The backpack is disconnected, and Laurel's key to it is ended there. The badges that are there stay yours."),
    ENDED_HERE("The backpack is disconnected. Its host did not say that it ended Laurel's key: end it there too,"
            + " where it lists what may enter.");

    private final String sentence;

    BackpackNotice(String sentence) {
        this.sentence = sentence;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where to go on, with this notice. */
    String at(String path) {
        return path + "?done=" + word();
    }

    /** The sentence of a word; empty for none. */
    static String sentence(Optional<String> word) {
        return word.flatMap(one -> Arrays.stream(values())
                        .filter(notice -> notice.word().equals(one))
                        .findFirst())
                .map(notice -> notice.sentence)
                .orElse("");
    }
}
