package org.laurelbridge.webapp.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Statements of the size that senders make, about 1.2 KB; none of them matters to a rule. */
final class BenchStatements {
    static final String MAPPING = """
            {brl: 1, kind: mapping, name: bench, version: 1, use: [adl@1], unknown: create,
             activities: {exam: {match: {id: "https://bench.example/exam"}}}}
            """;
    static final String BADGE = """
            {brl: 1, kind: badge, id: exam, version: 1, title: Exam, when: {passed: exam}}
            """;
    static final String PUBLIC_BADGE = """
            {brl: 1, kind: badge, id: exam, version: 1, title: Exam, when: {passed: exam}, public: always, settle: {gain: 0s}}
            """;
    private static final String FILLER = "x".repeat(700);

    private BenchStatements() {}

    static List<String> bodies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> body(UUID.randomUUID(), "learner-" + (i % 97), "https://bench.example/page/" + (i % 31)))
                .toList();
    }

    static String passed(String learner) {
        return body(UUID.randomUUID(), learner, "https://bench.example/exam");
    }

    private static String body(UUID id, String learner, String activity) {
        return "{\"id\":\"" + id + "\",\"timestamp\":\"" + Instant.now()
                + "\",\"actor\":{\"objectType\":\"Agent\",\"mbox\":\"mailto:" + learner
                + "@bench.example\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/passed\",\"display\":{\"en\":\"passed\"}},"
                + "\"object\":{\"objectType\":\"Activity\",\"id\":\"" + activity
                + "\",\"definition\":{\"name\":{\"en\":\"A page\"},\"type\":\"http://adlnet.gov/expapi/activities/module\"}},"
                + "\"result\":{\"completion\":true,\"success\":true,\"score\":{\"scaled\":0.9},\"response\":\"" + FILLER
                + "\"}}";
    }
}
