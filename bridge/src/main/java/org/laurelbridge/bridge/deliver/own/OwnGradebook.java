package org.laurelbridge.bridge.deliver.own;

import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.Target;

/** Writes grades into Laurel's own database. */
public final class OwnGradebook implements Target {

    private final OwnGrades grades;

    public OwnGradebook(OwnGrades grades) {
        this.grades = grades;
    }

    @Override
    public Attempt send(Delivery delivery) {
        grades.save(grade(delivery));
        return new Attempt.Delivered();
    }

    @Override
    public Standing standing(Delivery delivery) {
        OwnGrades.Grade wanted = grade(delivery);
        boolean stands = grades.find(wanted.badge(), wanted.person())
                .filter(grade -> !grade.stamp().isBefore(wanted.stamp()))
                .isPresent();
        return stands ? new Standing.Stands() : new Standing.Differs();
    }

    private static OwnGrades.Grade grade(Delivery delivery) {
        return new OwnGrades.Grade(
                delivery.award().badge(),
                delivery.person().id(),
                delivery.award().id(),
                delivery.grade(),
                delivery.maximum(),
                delivery.remark(),
                delivery.stamp());
    }
}
