package org.laurelbridge.webapp.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.record.Courses.Course;

/**
 * A whole campus, by its numbers alone: everything about it follows from them, so that two of one size are alike. Every learner is in
 * one large course and in one small course. The first learner is in five large courses, and does everything well.
 *
 * @param learners how many there are
 * @param large how many large courses there are; learners are shared out evenly
 * @param small how many small ones
 * @param badgesOfLarge of each large course
 * @param badges of all courses together; small courses share what large ones leave
 * @param statements of each learner
 */
public record Campus(int learners, int large, int small, int badgesOfLarge, int badges, int statements) {
    static final String SYSTEM = "https://moodle.example.org";
    private static final int COURSES_OF_FIRST = 5;
    private static final List<String> FIRST_NAMES = List.of(
            "Amira",
            "Björn",
            "Camila",
            "Dai",
            "Elif",
            "Fatoumata",
            "Giulia",
            "Haruka",
            "Ingrid",
            "João",
            "Katarzyna",
            "Liam");
    private static final List<String> LAST_NAMES = List.of(
            "Haddad",
            "Lindqvist",
            "Fernández Ortiz",
            "Nguyễn",
            "Yılmaz",
            "Diallo",
            "Conti",
            "Satō",
            "Sæther",
            "Pereira",
            "Wójcik",
            "O’Connor",
            "Shevchenko");

    /**
     * A hundred statements of each learner; with 10,000 of them 500 badges, and twenty courses of 500 learners with twenty badges. Fewer
     * learners have fewer courses.
     */
    public static Campus of(int learners) {
        int large = Math.max(2, learners / 500);
        return new Campus(learners, large, 4 * large, 20, 25 * large, 100);
    }

    int courses() {
        return large + small;
    }

    static Course course(int number) {
        return new Course(SYSTEM, String.valueOf(2 + number));
    }

    /** What rules name a course by. */
    static String subject(int course) {
        return "course-" + course;
    }

    static String title(int course) {
        return String.format(Locale.ROOT, "Course %03d", course);
    }

    String name(int learner) {
        return FIRST_NAMES.get(learner % FIRST_NAMES.size()) + " "
                + LAST_NAMES.get(learner / FIRST_NAMES.size() % LAST_NAMES.size()) + " " + learner;
    }

    /** The numbers of the courses that somebody learns in. */
    List<Integer> coursesOf(int learner) {
        return learner == 0
                ? IntStream.range(0, Math.min(COURSES_OF_FIRST, large)).boxed().toList()
                : List.of(learner % large, large + learner / large % small);
    }

    /** The numbers of a course's badges; each has an activity of the same number. */
    List<Integer> badgesOf(int course) {
        int first = large * badgesOfLarge;
        return course < large
                ? IntStream.range(course * badgesOfLarge, (course + 1) * badgesOfLarge)
                        .boxed()
                        .toList()
                : IntStream.range(first, badges)
                        .filter(badge -> (badge - first) % small == course - large)
                        .boxed()
                        .toList();
    }

    /** The course that a badge belongs to. */
    int courseOf(int badge) {
        int first = large * badgesOfLarge;
        return badge < first ? badge / badgesOfLarge : large + (badge - first) % small;
    }

    static String activity(int number) {
        return SYSTEM + "/mod/quiz/view.php?id=" + (1_000 + number);
    }
}
