package org.laurelbridge.bridge.deliver;

import java.net.URI;

/**
 * Turns the course that stood in a statement, {@code {root}/course/view.php?id=2}, into the number by which Moodle's services know
 * it; any other course goes on as it is.
 */
public final class MoodleCourses implements Target {
    private static final String VIEW = "/course/view.php?id=";

    private final URI root;
    private final Target target;

    public MoodleCourses(URI root, Target target) {
        this.root = root;
        this.target = target;
    }

    /** Whether two courses of one target are the same, each as a statement names it or by its number. */
    public static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String course) {
        int view = course.indexOf(VIEW);
        return view < 0 ? course : course.substring(view + VIEW.length());
    }

    @Override
    public Attempt send(Delivery delivery) {
        return target.send(numbered(delivery));
    }

    @Override
    public Standing standing(Delivery delivery) {
        return target.standing(numbered(delivery));
    }

    private Delivery numbered(Delivery delivery) {
        return new Delivery(
                delivery.id(),
                delivery.award(),
                delivery.person(),
                delivery.badgeTitle(),
                delivery.target(),
                delivery.revision(),
                number(delivery.course()),
                delivery.grade(),
                delivery.maximum(),
                delivery.remark(),
                delivery.stamp(),
                delivery.attempts());
    }

    private String number(String course) {
        int view = course.indexOf(VIEW);
        if (view < 0 || !LmsUsers.isSameHome(course.substring(0, view), root)) {
            return course;
        }
        String id = course.substring(view + VIEW.length());
        return KnownUsers.isNumber(id) ? id : course;
    }
}
