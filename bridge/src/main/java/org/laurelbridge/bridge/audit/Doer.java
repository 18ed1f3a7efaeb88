package org.laurelbridge.bridge.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and from where.
 *
 * @param name as they are known in the log, up to 200 characters: of an account its name, of a program that of its token
 * @param account null for who has none
 * @param origin the remote address, or {@link #COMMAND_LINE}; empty for Laurel itself. Up to 200 characters
 */
public record Doer(Kind kind, String name, @Nullable UUID account, String origin) {
    /** The origin of what is changed on the machine itself. */
    public static final String COMMAND_LINE = "command line";

    /** Laurel, when nobody asked it to. */
    public static final Doer LAUREL = new Doer(Kind.LAUREL, "Laurel", null, "");

    /** What an operator wrote into files, put in force when the server starts. */
    public static final Doer AT_START = new Doer(Kind.LAUREL, "configuration at start", null, "");

    private static final int LONGEST = 200;

    public Doer {
        name = cut(name);
        origin = cut(origin);
    }

    /** What kind of doer there is. */
    public enum Kind {
        /** Somebody who signed in to an account. */
        ACCOUNT,
        /** Whoever showed an administrator's token: a program, or somebody who signed in by it. */
        TOKEN,
        /** Whoever runs commands on the machine: the name is that of the user of its operating system. */
        COMMAND_LINE,
        /** An application that a learner allowed something, or that registers itself. */
        APPLICATION,
        /** A learning platform. */
        PLATFORM,
        /** Nobody who is known: somebody who tries to sign in. */
        STRANGER,
        /** Laurel itself. */
        LAUREL;

        /** As it is kept: {@code command-line}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads {@link #word}. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whoever runs commands, by the name of the operating system's user. */
    public static Doer commandLine(String user) {
        return new Doer(Kind.COMMAND_LINE, user, null, COMMAND_LINE);
    }

    /** Who is signed in to an account. */
    public static Doer account(UUID account, String name, String origin) {
        return new Doer(Kind.ACCOUNT, name, account, origin);
    }

    /** Somebody without an account. */
    public static Doer of(Kind kind, String name, String origin) {
        return new Doer(kind, name, null, origin);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
