package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.words.Saying;

/**
 * Where statements come from.
 *
 * @param once the secret of the sender that was just connected; null when none was
 * @param xapi address that senders send to
 * @param sender what is wrong with the name of a sender; null when nothing is
 */
public record ConnectionsPage(
        Frame frame,
        List<Line> lines,
        ConnectionForm form,
        @Nullable Secret once,
        String xapi,
        @Nullable Saying sender) {
    public ConnectionsPage {
        lines = List.copyOf(lines);
    }

    /**
     * A connection.
     *
     * @param what the key of what it is
     * @param endpoint of the LRS; empty for a sender
     * @param isConfigured it stands in the configuration, where alone it is changed
     * @param isHidden the configuration has one of the same name, which comes first
     * @param isWaiting its secret is not here yet: nothing is read, and nobody can send
     */
    public record Line(
            String name,
            String what,
            String endpoint,
            String key,
            boolean isConfigured,
            boolean isHidden,
            boolean isWaiting) {
        /** Where it is tried and changed. */
        public String path() {
            return ConnectionsServlet.HERE + "/" + name;
        }
    }

    /** A secret that is shown once. */
    public record Secret(String name, String key, String secret) {}

    /**
     * One connection.
     *
     * @param form null where it cannot be changed here: of the configuration, or a sender
     * @param steps of its trial; empty when it was not tried
     */
    public record One(
            Frame frame,
            Line line,
            @Nullable ConnectionForm form,
            List<Tried> steps,
            @Nullable Secret once,
            String xapi) {
        public One {
            steps = List.copyOf(steps);
        }

        /** Whether every step was good enough. */
        public boolean isGood() {
            return steps.stream().noneMatch(Tried::isBad);
        }

        /** The step that failed; null when none did. */
        public @Nullable Tried failed() {
            return steps.stream().filter(Tried::isBad).findFirst().orElse(null);
        }
    }

    /**
     * What a step found.
     *
     * @param step the key of its name
     * @param sign ✓, ✗, ! or –
     * @param mark the key of what the sign means
     * @param tone a class of the sign
     */
    public record Tried(String step, String sign, String mark, String tone, Saying found) {
        boolean isBad() {
            return tone.equals("bad");
        }
    }
}
