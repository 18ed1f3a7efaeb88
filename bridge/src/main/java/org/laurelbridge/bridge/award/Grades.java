package org.laurelbridge.bridge.award;

import java.util.List;

/**
 * What should stand at the targets for an award from now on. Where it stands already, nothing is sent.
 *
 * @param orders one for each target and course; whatever else stands for this award is taken back
 * @param takenBack the remark beside a grade that is taken back
 */
public record Grades(List<GradeOrder> orders, String takenBack) {
    public Grades {
        orders = List.copyOf(orders);
    }
}
