package org.laurelbridge.webapp.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.xapi.Score;

/** What the learners of a campus did: everybody's first, then everybody's second, and so on, as statements come in real life. */
record CampusStatements(Campus campus, Instant now) {
    private static final int FULL = 20;
    private static final int PASSED = 16;
    private static final Duration YEAR = Duration.ofDays(350);

    int size() {
        return campus.learners() * campus.statements();
    }

    static UUID id(int number) {
        return UUID.nameUUIDFromBytes(("campus-" + number).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One of them.
     *
     * @param learner who did it
     * @param quiz that it is about
     */
    private record Deed(int number, int learner, int course, int quiz, int points) {
        boolean isPassed() {
            return points >= PASSED;
        }
    }

    private Deed deed(int number) {
        int learner = number % campus.learners();
        int place = number / campus.learners();
        List<Integer> courses = campus.coursesOf(learner);
        // four of five in the first course
        int course = learner == 0 ? courses.get(place % courses.size()) : courses.get(place % 5 == 4 ? 1 : 0);
        List<Integer> quizzes = campus.badgesOf(course);
        int quiz = learner == 0
                ? quizzes.get(place / courses.size() % quizzes.size())
                : quizzes.get(spread(learner * 31 + place * 7, quizzes.size()));
        return new Deed(number, learner, course, quiz, learner == 0 ? FULL : points(learner, number));
    }

    int learner(int number) {
        return number % campus.learners();
    }

    /** One of them as JSON. */
    String raw(int number) {
        Deed deed = deed(number);
        return raw(deed, campus.name(deed.learner()), String.valueOf(deed.learner()));
    }

    /** The same, but somebody did it whom nobody knows. */
    String ofStranger(int number) {
        return raw(deed(number), "Visitor " + number, "visitor" + number);
    }

    private String raw(Deed deed, String name, String account) {
        return """
                {"id":"%s","timestamp":"%s","version":"1.0.3",\
                "actor":{"name":"%s","account":{"homePage":"%s","name":"%s"}},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/%s","display":{"en":"did"}},\
                "object":{"id":"%s","definition":{"type":"http://adlnet.gov/expapi/activities/assessment",\
                "name":{"en":"Quiz"}}},\
                "result":{"score":{"raw":%d,"min":0,"max":%d},"completion":true,"success":%s},\
                "context":{"platform":"Moodle","contextActivities":{"grouping":[{"id":"%s",\
                "definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}""".formatted(
                        id(deed.number()),
                        at(deed.number()),
                        name,
                        Campus.SYSTEM,
                        account,
                        deed.isPassed() ? "passed" : "completed",
                        Campus.activity(deed.quiz()),
                        deed.points(),
                        FULL,
                        deed.isPassed(),
                        page(deed.course()));
    }

    private static String page(int course) {
        return Campus.SYSTEM + "/course/view.php?id=" + Campus.course(course).id();
    }

    /** What the mapping of the campus makes of it. */
    Fact fact(int number, String source) {
        Deed deed = deed(number);
        String activity = Campus.activity(deed.quiz());
        UUID id = id(number);
        return new Fact(
                CampusRules.label(deed.quiz()),
                deed.isPassed() ? Kind.PASSED : Kind.COMPLETED,
                "http://adlnet.gov/expapi/verbs/" + (deed.isPassed() ? "passed" : "completed"),
                at(number),
                Percent.of(BigDecimal.valueOf(deed.points() * 100L / FULL)),
                deed.isPassed(),
                true,
                null,
                null,
                id.toString(),
                Set.of(source),
                null,
                new Score(null, BigDecimal.valueOf(deed.points()), BigDecimal.ZERO, BigDecimal.valueOf(FULL)),
                activity,
                activity,
                page(deed.course()),
                null,
                null,
                null,
                false,
                false,
                id);
    }

    private Instant at(int number) {
        return now.minus(YEAR).plusMillis(YEAR.toMillis() / size() * number);
    }

    /** Some are better than others; nobody is always the same. */
    private static int points(int learner, int number) {
        int talent = 7 + spread(learner, 8);
        return Math.min(FULL, talent + spread(number * 13, 6));
    }

    /** A number below a limit that looks like chance, and is the same each time. */
    private static int spread(int of, int limit) {
        int mixed = of * 0x9E3779B1;
        return Math.floorMod(mixed ^ (mixed >>> 15), limit);
    }
}
