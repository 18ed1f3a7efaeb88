package org.laurelbridge.bridge.backpack;

import java.util.Locale;

/** Of which version a badge is: applications of one cannot read the other. */
public enum Standard {
    OB3("Open Badges 3.0"),
    OB2("Open Badges 2.0");

    private final String words;

    Standard(String words) {
        this.words = words;
    }

    /** As a report of the verifier begins to name it. */
    public String words() {
        return words;
    }

    /** As it is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
