package org.laurelbridge.bridge.award;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should stand at the targets for an award from now on. Where it stands already, nothing is sent.
 *
 * @param orders one for each target and course; whatever else stands for this award is taken back
 * @param takenBack the remark beside a grade that is taken back
 * @param targets those that it is about: at others, everything stays; null for all
 */
public record Grades(
        List<GradeOrder> orders, String takenBack, @Nullable Set<String> targets) {
    public Grades {
        orders = List.copyOf(orders);
        targets = targets == null ? null : Set.copyOf(targets);
    }

    /** About all targets. */
    Grades(List<GradeOrder> orders, String takenBack) {
        this(orders, takenBack, null);
    }

    /** The same, at these targets alone. */
    Grades at(Set<String> some) {
        return new Grades(
                orders.stream().filter(order -> some.contains(order.target())).toList(), takenBack, some);
    }

    /** Whether something is to be taken back there when no order is for it. */
    public boolean isAbout(String target) {
        return targets == null || targets.contains(target);
    }
}
