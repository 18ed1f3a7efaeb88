package org.laurelbridge.bridge.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a roster that could be read is not believed at once: a right that was lost at the LMS looks like people who left. What is told in
 * the same way for a day, or what an administrator believes, is taken.
 */
public enum RosterDoubt {
    NOBODY("the roster has nobody in it any more, not even a teacher: the members stay for a"
            + " day, since a right that was lost at the LMS looks the same"),
    FEW("the roster has lost more than half of its members: they stay for a"
            + " day, since a right that was lost at the LMS looks the same");

    /** From so many members on. */
    private static final int MANY = 10;

    private final String words;

    RosterDoubt(String words) {
        this.words = words;
    }

    /** As it is told. */
    public String words() {
        return words;
    }

    /**
     * Why this many are not believed.
     *
     * @param members who were there before
     */
    public static Optional<RosterDoubt> of(int members, int told) {
        if (told == 0) {
            return members > 0 ? Optional.of(NOBODY) : Optional.empty();
        }
        return members >= MANY && told < members - told ? Optional.of(FEW) : Optional.empty();
    }

    /** Whether a trouble of a roster is such a doubt. */
    public static boolean isOne(@Nullable String trouble) {
        return allWords().contains(String.valueOf(trouble));
    }

    /** All words. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(RosterDoubt::words).toList();
    }
}
