package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.words.Saying;

/**
 * Where statements come from.
 *
 * @param states of connections by their names; of which nothing is known yet, none
 * @param once the secret of the sender that was just connected; null when none was
 * @param xapi address that senders send to
 * @param sender what is wrong with the name of a sender; null when nothing is
 */
public record ConnectionsPage(
        Frame frame,
        List<Line> lines,
        Map<String, State> states,
        ConnectionForm form,
        @Nullable Secret once,
        String xapi,
        @Nullable Saying sender) {
    public ConnectionsPage {
        lines = List.copyOf(lines);
        states = Map.copyOf(states);
    }

    /** How a connection stands; a new one where nothing is known of it. */
    public State state(Line line) {
        return states.getOrDefault(line.name(), State.NEW);
    }

    /**
     * How a connection stands.
     *
     * @param tone a class of the word
     * @param why what went wrong; null when nothing did
     */
    public record State(Saying word, String tone, @Nullable Saying why) {
        static final State NEW = new State(Saying.of("set-up.state.new"), "open", null);
        static final State UNTRIED = new State(Saying.of("moving.moodle.state.untried"), "open", null);
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
     * @param isSaved whether it was saved just now
     * @param now what it has brought; null where nothing is known yet
     */
    public record One(
            Frame frame,
            Line line,
            @Nullable ConnectionForm form,
            List<Tried> steps,
            boolean isSaved,
            @Nullable Secret once,
            String xapi,
            State state,
            HealthPage.@Nullable Source now) {
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
