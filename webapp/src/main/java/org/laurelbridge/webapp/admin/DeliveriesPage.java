package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.webapp.server.Moment;

/**
 * Deliveries with state, tries and trouble, newest first.
 *
 * @param filters the states one can choose
 * @param isCut there are more than are shown
 */
public record DeliveriesPage(Frame frame, List<Filter> filters, List<Line> lines, boolean isCut, boolean hasStuck) {
    static final int SHOWN = 200;

    /** A state to choose; word is empty for all, label is a key. */
    public record Filter(String word, String label, boolean isChosen) {}

    /**
     * A delivery.
     *
     * @param holder of the award; empty when there is none
     * @param state the key of it
     * @param next when it is tried again; null when it is not
     */
    public record Line(
            Listed delivery,
            String holder,
            String state,
            boolean isStuck,
            @Nullable Moment next) {

        /** How the state is coloured: {@code good}, {@code bad} or {@code open}. */
        public String tone() {
            return isStuck ? "bad" : delivery.state() == State.DELIVERED ? "good" : "open";
        }
    }

    static DeliveriesPage of(Frame frame, @Nullable State chosen, List<Listed> found, Holders holders) {
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(delivery -> line(delivery, holders.name(delivery.award())))
                .toList();
        boolean hasStuck = lines.stream().anyMatch(Line::isStuck);
        return new DeliveriesPage(frame, filters(chosen), lines, found.size() > SHOWN, hasStuck);
    }

    private static List<Filter> filters(@Nullable State chosen) {
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter("", "admin.all", chosen == null));
        for (State state : State.values()) {
            filters.add(new Filter(word(state), label(state), state == chosen));
        }
        return filters;
    }

    private static Line line(Listed delivery, String holder) {
        boolean isTriedAgain = delivery.state() == State.DUE || delivery.state() == State.UNKNOWN;
        return new Line(
                delivery,
                holder,
                label(delivery.state()),
                delivery.state() == State.STUCK,
                isTriedAgain ? new Moment(delivery.nextAt()) : null);
    }

    static String word(Outbox.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String label(Outbox.State state) {
        return "admin.delivery." + word(state);
    }
}
