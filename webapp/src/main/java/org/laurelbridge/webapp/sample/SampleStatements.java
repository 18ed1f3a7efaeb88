package org.laurelbridge.webapp.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the learners of the sample course did, as Moodle's log store and content tell it. The same every time, but for the days. */
final class SampleStatements {
    private static final String MOODLE = "https://moodle.example.org";
    private static final int STRANGERS = 3;

    private final Instant now;
    private final List<String> all = new ArrayList<>();

    private SampleStatements(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** All of them as JSON, a statement each, the oldest of each learner first. */
    static List<String> until(Instant now) {
        SampleStatements made = new SampleStatements(now);
        SampleLearner.all().forEach(made::add);
        made.addStrangers();
        return made.all;
    }

    private void add(SampleLearner learner) {
        quiz(learner, 23, 15 + learner.number() % 5, learner.checkedDaysAgo());
        quiz(learner, 20, Math.max(6, learner.quizPoints() - 5), 40);
        quiz(learner, 20, learner.quizPoints(), 33 - learner.number() % 20);
        for (int lab = 1; lab <= learner.labs(); lab++) {
            completed(learner, MOODLE + "/mod/lti/view.php?id=" + (30 + lab), 30 - 5 * lab);
        }
        if (learner.completedDaysAgo() >= 0) {
            completed(learner, MOODLE + "/course/view.php?id=2", learner.completedDaysAgo());
        }
        if (learner.satExam()) {
            quiz(learner, 21, 12 + learner.number() % 8, learner.completedDaysAgo() - 7);
        }
        if (learner.handedIn()) {
            completed(learner, MOODLE + "/mod/assign/view.php?id=22", 3);
        }
        for (int day = learner.practisedDays(); day > 0; day--) {
            completed(learner, "https://lab.example.org/practice/day-" + (100 - day), day);
        }
    }

    /** Of people whom nobody knows yet. */
    private void addStrangers() {
        for (int stranger = 0; stranger < STRANGERS; stranger++) {
            for (int lab = 1; lab <= stranger + 1; lab++) {
                done(String.valueOf(901 + stranger), MOODLE + "/mod/lti/view.php?id=" + (30 + lab), "", 4 - stranger);
            }
        }
    }

    private void quiz(SampleLearner learner, int module, int points, int daysAgo) {
        String score = """
                , "result": {"score": {"raw": %d, "min": 0, "max": 20}, "completion": true}""".formatted(points);
        done(learner.id(), MOODLE + "/mod/quiz/view.php?id=" + module, score, daysAgo);
    }

    private void completed(SampleLearner learner, String activity, int daysAgo) {
        done(learner.id(), activity, "", daysAgo);
    }

    private void done(String user, String activity, String result, int daysAgo) {
        Instant at = now.minus(Duration.ofDays(daysAgo)).minusSeconds(1_800 + 60L * all.size());
        UUID id = UUID.nameUUIDFromBytes(
                (user + activity + result + daysAgo + "/" + at).getBytes(StandardCharsets.UTF_8));
        all.add("""
                {"id": "%s", "timestamp": "%s", "version": "1.0.3",
                 "actor": {"account": {"homePage": "%s", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
                 "object": {"id": "%s"}%s,
                 "context": {"contextActivities": {"grouping": [
                   {"id": "%s/course/view.php?id=2",
                    "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                """.formatted(id, at, MOODLE, user, activity, result, MOODLE));
    }
}
