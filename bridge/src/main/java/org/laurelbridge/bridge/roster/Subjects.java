package org.laurelbridge.bridge.roster;

/** What rules name courses by: {@code enrolled: https://moodle.example.org/course/view.php?id=2}. */
final class Subjects {
    private Subjects() {}

    /** The address of the course's page, as Moodle's statements name it. */
    static String ofMoodle(String root, String id) {
        return root + "/course/view.php?id=" + id;
    }

    /** The platform's root and its id of the context. */
    static String of(String root, String id) {
        return root + "/" + id;
    }
}
