package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;

/** What leads from nothing to the first badge. */
public record FirstSteps(List<Step> steps) {
    public FirstSteps {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param key of what is to be done
     * @param state {@code done}, {@code next} or {@code later}
     */
    public record Step(String key, String state, String link) {
        /** A class of the state. */
        public String tone() {
            return state.equals("done") ? "good" : state.equals("next") ? "open" : "off";
        }
    }

    /** What is done already. */
    record Done(boolean connected, boolean heard, boolean mapped, boolean badge, boolean gradebook) {}

    static FirstSteps of(Done done) {
        List<Step> steps = new ArrayList<>();
        add(steps, "set-up.first.connect", done.connected(), "/admin/connections");
        add(steps, "set-up.first.hear", done.heard(), "/admin/mapping");
        add(steps, "set-up.first.map", done.mapped(), "/admin/mapping");
        add(steps, "set-up.first.badge", done.badge(), "/admin/badges");
        add(steps, "set-up.first.gradebook", done.gradebook(), "/admin/platforms");
        return new FirstSteps(steps);
    }

    private static void add(List<Step> steps, String key, boolean isDone, String link) {
        boolean isFirst = steps.stream().allMatch(step -> step.state().equals("done"));
        steps.add(new Step(key, isDone ? "done" : isFirst ? "next" : "later", link));
    }
}
