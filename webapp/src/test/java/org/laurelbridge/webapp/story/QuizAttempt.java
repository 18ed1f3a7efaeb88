package org.laurelbridge.webapp.story;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A try at the quiz of course 2, as Moodle's plugin tells it. Learners with an even number pass.
 *
 * @param moodle the wwwroot
 * @param user Moodle's number of the learner
 */
record QuizAttempt(URI moodle, int user, int number) {

    static boolean passes(int user) {
        return user % 2 == 0;
    }

    UUID id() {
        return new UUID(0x4000L | ((long) number << 32), 0x8000000000000000L | user);
    }

    /** The statement without its id. */
    String json() {
        return """
                {"timestamp": "2026-03-01T10:00:00Z",
                 "actor": {"account": {"homePage": "%s", "name": "%d"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "%s/mod/quiz/attempt.php?attempt=%d&cmid=4"},
                 "result": {"score": {"scaled": %s}},
                 "context": {"contextActivities": {"parent": [{"id": "%s/course/view.php?id=2",
                   "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                """.formatted(moodle, user, moodle, number, passes(user) ? "0.9" : "0.5", moodle);
    }

    /** What is pushed. */
    static String batch(List<QuizAttempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.json().replaceFirst("\\{", "{\"id\": \"" + attempt.id() + "\", "))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
