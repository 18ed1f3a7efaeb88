package org.laurelbridge.bridge.lrs;

import java.util.List;

/**
 * What one step of a trial found.
 *
 * @param what there is, as a word of {@link What}
 * @param details that its sentence has: texts, numbers (Long) and moments (Instant), in the order that {@link What} says
 */
public record Finding(Step step, What what, List<Object> details) {
    public Finding {
        details = List.copyOf(details);
    }

    static Finding of(Step step, What what, Object... details) {
        return new Finding(step, what, List.of(details));
    }

    /** What is tried, in this order; each needs those before it. */
    public enum Step {
        /** The host has an address (DNS). */
        NAME,
        /** Something takes a connection there. */
        CONNECTION,
        /** The connection is secret and the host is who it says (TLS). */
        TLS,
        /** An LRS answers at the endpoint. */
        ANSWER,
        /** It knows the key and the secret. */
        AUTHENTICATION,
        /** They may read statements. */
        READING,
        /** It speaks a version that Laurel speaks. */
        VERSION,
        /** Its clock goes as ours. */
        CLOCK,
        /** There are statements. */
        NEWEST
    }

    /** How good it is. */
    public enum Mark {
        GOOD,
        /** It works, and somebody should know. */
        NOTE,
        BAD,
        /** A step before it failed. */
        NOT_TRIED
    }

    /** What there can be. */
    public enum What {
        /** Details: host, addresses. */
        NAME_KNOWN(Mark.GOOD),
        /** Details: host, addresses; some of them are private. */
        NAME_PRIVATE(Mark.NOTE),
        /** Details: host. */
        NAME_UNKNOWN(Mark.BAD),
        /** Details: host, port. */
        CONNECTED(Mark.GOOD),
        /** Details: host, port. */
        REFUSED(Mark.BAD),
        /** Details: host, port, seconds. */
        SILENT(Mark.BAD),
        /** Details: host, protocol. */
        TLS_GOOD(Mark.GOOD),
        /** Plain http within one's own machine or network. */
        TLS_NONE(Mark.NOTE),
        /** Details: what TLS says. */
        TLS_BAD(Mark.BAD),
        ANSWERS(Mark.GOOD),
        /** Details: endpoint, status. */
        NOT_THERE(Mark.BAD),
        /** Details: status, where it points. */
        ELSEWHERE(Mark.BAD),
        /** Details: status. */
        BROKEN(Mark.BAD),
        /** Details: what is strange. */
        STRANGE(Mark.BAD),
        KNOWN(Mark.GOOD),
        /** The key or the secret is wrong. Details: status. */
        UNKNOWN(Mark.BAD),
        MAY_READ(Mark.GOOD),
        /** Details: status. */
        MAY_NOT_READ(Mark.BAD),
        /** Details: the version. */
        VERSION_GOOD(Mark.GOOD),
        /** Details: the version that is set, the one that is spoken. */
        VERSION_OTHER(Mark.NOTE),
        /** Details: the version that is set; the LRS does not say which it speaks. */
        VERSION_NOT_SAID(Mark.NOTE),
        /** Details: versions of the LRS. */
        VERSION_NONE(Mark.BAD),
        /** Details: the version that is set, what it answered. */
        VERSION_REFUSED(Mark.BAD),
        /** Details: seconds of difference at most. */
        CLOCK_GOOD(Mark.GOOD),
        /** Details: seconds. */
        CLOCK_AHEAD(Mark.NOTE),
        /** Details: seconds. */
        CLOCK_BEHIND(Mark.NOTE),
        CLOCK_NOT_SAID(Mark.NOTE),
        /** Details: when it was stored. */
        NEWEST(Mark.GOOD),
        NO_STATEMENTS(Mark.NOTE),
        NOT_TRIED(Mark.NOT_TRIED);

        private final Mark mark;

        What(Mark mark) {
            this.mark = mark;
        }

        public Mark mark() {
            return mark;
        }
    }
}
