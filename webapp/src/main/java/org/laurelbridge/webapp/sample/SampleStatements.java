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

    /** An attempt that was marked too well: it earns its learner a badge, until it is taken back. */
    private static final UUID TOO_GOOD = UUID.nameUUIDFromBytes("marked too well".getBytes(StandardCharsets.UTF_8));

    private static final int CORRECTED = 9;

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

    /** A grade that is corrected, once the badge that it earned is given: as JSON. */
    static String correction() {
        return """
                {"actor": {"mbox": "mailto:teacher@example.org"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided", "display": {"en": "voided"}},
                 "object": {"objectType": "StatementRef", "id": "%s"}}
                """.formatted(TOO_GOOD);
    }

    private void add(SampleLearner learner) {
        if (learner.number() == CORRECTED) {
            done(TOO_GOOD, learner.id(), MOODLE + "/mod/quiz/view.php?id=20", score(18), 4);
        }
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
        done(learner.id(), MOODLE + "/mod/quiz/view.php?id=" + module, score(points), daysAgo);
    }

    private static String score(int points) {
        return """
                , "result": {"score": {"raw": %d, "min": 0, "max": 20}, "completion": true}""".formatted(points);
    }

    private void completed(SampleLearner learner, String activity, int daysAgo) {
        done(learner.id(), activity, "", daysAgo);
    }

    private void done(String user, String activity, String result, int daysAgo) {
        String key = user + activity + result + daysAgo + "/" + at(daysAgo);
        done(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), user, activity, result, daysAgo);
    }

    private Instant at(int daysAgo) {
        return now.minus(Duration.ofDays(daysAgo)).minusSeconds(1_800 + 60L * all.size());
    }

    private void done(UUID id, String user, String activity, String result, int daysAgo) {
        all.add("""
                {"id": "%s", "timestamp": "%s", "version": "1.0.3",
                 "actor": {"account": {"homePage": "%s", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
                 "object": {"id": "%s"}%s,
                 "context": {"contextActivities": {"grouping": [
                   {"id": "%s/course/view.php?id=2",
                    "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                """.formatted(id, at(daysAgo), MOODLE, user, activity, result, MOODLE));
    }
}
