package org.laurelbridge.webapp.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.webapp.server.Moment;

/**
 * Deliveries with state, tries and trouble, newest first.
 *
 * @param older the address of the older ones; null when these are the last
 * @param newest the address of the newest ones; null when these are
 * @param stuck how many of those that were asked for are stuck, on this page and on others
 */
public record DeliveriesPage(
        Frame frame,
        Asked asked,
        List<Line> lines,
        @Nullable String older,
        @Nullable String newest,
        long stuck) {
    static final String HERE = "/admin/deliveries";
    static final int SHOWN = 50;
    private static final String OWN = "own";

    public DeliveriesPage {
        lines = List.copyOf(lines);
    }

    /**
     * What was asked for, as a form has it.
     *
     * @param state its word; empty for all
     * @param target empty for all
     * @param learner empty for everybody
     * @param states to choose from
     * @param targets to choose from, among them what was asked for
     */
    public record Asked(String state, String target, String learner, List<Choice> states, List<String> targets) {
        public Asked {
            states = List.copyOf(states);
            targets = List.copyOf(targets);
        }

        static Asked of(Filter filter, List<String> known) {
            State state = filter.state();
            String target = Objects.requireNonNullElse(filter.target(), "");
            List<String> targets = new ArrayList<>(known);
            if (!target.isEmpty() && !targets.contains(target)) {
                targets.add(target);
            }
            List<Choice> states = new ArrayList<>(List.of(new Choice("", "admin.all")));
            for (State one : State.values()) {
                states.add(new Choice(word(one), label(one)));
            }
            return new Asked(
                    state == null ? "" : word(state),
                    target,
                    Objects.requireNonNullElse(filter.learner(), ""),
                    states,
                    targets);
        }

        /** Whether this is about some of them alone. */
        public boolean isNarrow() {
            return !(state + target + learner).isEmpty();
        }

        /** Whether a target stands for all backpacks. */
        public boolean isBackpacks(String one) {
            return one.equals(Deliveries.BACKPACKS);
        }

        /** Whether a target is Laurel's own gradebook. */
        public boolean isOwn(String one) {
            return one.equals(OWN);
        }

        String path() {
            return HERE + "?state=" + state + "&target=" + encoded(target) + "&learner=" + encoded(learner);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** A state to choose; word is empty for all, label is a key. */
    public record Choice(String word, String label) {}

    /**
     * A delivery.
     *
     * @param title of the badge
     * @param holder of the award
     * @param person the address of their page
     * @param state the key of it
     * @param made when there came to be something to deliver
     * @param next when it is tried again; null when it is not
     * @param arrived null until it did
     */
    public record Line(
            Listed delivery,
            String title,
            String holder,
            String person,
            String state,
            boolean isStuck,
            Moment made,
            @Nullable Moment next,
            @Nullable Moment arrived) {

        /** The key of what happened where there was no trouble. */
        public String happened() {
            return label(delivery.state()) + ".happened";
        }

        /** Whether nothing more is to come of it. */
        public boolean isDelivered() {
            return delivery.state() == State.DELIVERED;
        }

        /** How the state is coloured: {@code good}, {@code bad} or {@code open}. */
        public String tone() {
            return isStuck ? "bad" : isDelivered() ? "good" : "open";
        }
    }

    /**
     * @param found one more than are shown, where there are more
     * @param titles of badges, by their ids
     */
    static DeliveriesPage of(
            Frame frame,
            Asked asked,
            List<Deliveries.Line> found,
            long before,
            long stuck,
            UnaryOperator<String> titles) {
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(one -> line(one, titles.apply(one.delivery().badge())))
                .toList();
        String older = found.size() > SHOWN
                ? asked.path() + "&before=" + lines.get(SHOWN - 1).delivery().id()
                : null;
        return new DeliveriesPage(frame, asked, lines, older, before == 0 ? null : asked.path(), stuck);
    }

    private static Line line(Deliveries.Line one, String title) {
        Listed delivery = one.delivery();
        boolean isTriedAgain = delivery.state() == State.DUE || delivery.state() == State.UNKNOWN;
        return new Line(
                delivery,
                title,
                Objects.requireNonNullElse(one.name(), one.person().toString()),
                "/admin/people/" + one.person(),
                label(delivery.state()),
                delivery.state() == State.STUCK,
                new Moment(delivery.made()),
                isTriedAgain ? new Moment(delivery.nextAt()) : null,
                PersonPage.momentOrNull(delivery.deliveredAt()));
    }

    static String word(Outbox.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String label(Outbox.State state) {
        return "admin.delivery." + word(state);
    }
}
