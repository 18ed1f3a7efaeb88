package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which names activities belong to a course of an LMS. */
public final class CoursePlaces {
    private CoursePlaces() {}

    /** The name that nothing but Laurel uses. */
    public static String of(String system, String course) {
        return system + "\n" + course;
    }

    /**
     * All names of a course: ours, that of rules, and the addresses that statements may give it.
     *
     * @param subject what rules name it by; null when no roster tells
     */
    public static List<String> all(String system, String course, @Nullable String subject) {
        List<String> all = new ArrayList<>(
                List.of(of(system, course), system + "/course/view.php?id=" + course, system + "/" + course));
        if (subject != null) {
            all.add(subject);
        }
        return all;
    }
}
