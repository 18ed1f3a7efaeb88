package org.laurelbridge.webapp.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the demo's learners did: requests as real senders make them, a statement each. */
final class DemoStatements {
    private static final String DANAS_QUIZ = "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0001";
    private static final String ANNS_QUIZ = "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0002";
    private static final String BOBS_QUIZ = "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0003";
    private static final String STRANGERS_QUIZ = "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0004";

    private final Instant now;

    DemoStatements(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A request and what it shows, in up to 34 characters. */
    record Request(String what, String body) {}

    List<Request> requests() {
        String annsQuiz = quiz(ANNS_QUIZ, "3", 1, "18", "0.9", 50);
        return List.of(
                new Request("A void that comes too early", voiding(DANAS_QUIZ, 55)),
                new Request("Moodle quiz: Ann, 90 %", annsQuiz),
                new Request("Moodle quiz: Bob, 70 %", quiz(BOBS_QUIZ, "4", 1, "14", "0.7", 45)),
                new Request("Moodle quiz: Dana, 95 %, voided", quiz(DANAS_QUIZ, "6", 1, "19", "0.95", 60)),
                new Request("Ann's statement again, by a retry", annsQuiz),
                new Request("SCORM in Moodle: Bob completed it", scorm("4", "", 30)),
                new Request("SCORM in Moodle: Bob's score, 88", scorm("4", SCORE_88, 29)),
                new Request("cmi5: Chris passed", cmi5(20)),
                new Request("Moodle quiz: nobody knows who", quiz(STRANGERS_QUIZ, "99", 1, "20", "1.0", 10)));
    }

    private static final String SCORE_88 = ", \"result\": {\"score\": {\"raw\": 88, \"min\": 0}}";

    private String at(int minutesAgo) {
        return now.minus(Duration.ofMinutes(minutesAgo)).toString();
    }

    private String quiz(String id, String user, int attempt, String raw, String scaled, int minutesAgo) {
        return """
                {"id": "%s", "timestamp": "%s", "version": "1.0.3",
                 "actor": {"account": {"homePage": "https://moodle.example.org", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
                 "object": {"id": "https://moodle.example.org/mod/quiz/attempt.php?attempt=%d&cmid=4"},
                 "result": {"score": {"raw": %s, "min": 0, "max": 20, "scaled": %s}, "completion": true},
                 "context": {"platform": "Moodle", "contextActivities": {"parent": [
                   {"id": "https://moodle.example.org/mod/quiz/view.php?id=4"},
                   {"id": "https://moodle.example.org/course/view.php?id=2",
                    "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                """.formatted(id, at(minutesAgo), user, attempt, raw, scaled);
    }

    private String voiding(String target, int minutesAgo) {
        return """
                {"timestamp": "%s", "actor": {"mbox": "mailto:registrar@example.org"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}}
                """.formatted(at(minutesAgo), target);
    }

    private String scorm(String user, String result, int minutesAgo) {
        return """
                {"timestamp": "%s", "actor": {"account": {"homePage": "https://moodle.example.org", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "https://moodle.example.org/mod/scorm/view.php?id=9#sco"}%s}
                """.formatted(at(minutesAgo), user, result);
    }

    private String cmi5(int minutesAgo) {
        return """
                {"id": "0d5a9b5e-52f5-4b3e-8d3c-3a8a8f6d0005", "timestamp": "%s",
                 "actor": {"mbox": "mailto:chris@example.org"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
                 "object": {"id": "https://lms.example.org/au/network-security"},
                 "result": {"success": true, "score": {"scaled": 0.93}, "duration": "PT31M"},
                 "context": {"registration": "7d26f17e-9ff3-43fc-8607-b3ffcfd2b4c1",
                   "contextActivities": {"category": [
                     {"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"},
                     {"id": "https://w3id.org/xapi/cmi5/context/categories/moveon"}]},
                   "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "demo",
                     "https://w3id.org/xapi/cmi5/context/extensions/masteryscore": 0.8}}}
                """.formatted(at(minutesAgo));
    }
}
