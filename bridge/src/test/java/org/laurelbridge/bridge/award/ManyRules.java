package org.laurelbridge.bridge.award;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.map.RuleText;

/** A mapping of many activities, with a badge for each of them. */
final class ManyRules {

    private ManyRules() {}

    static RuleText mapping(int activities) {
        StringBuilder text = new StringBuilder("""
                brl: 1
                kind: mapping
                name: many
                version: 1
                use: [adl@1]
                unknown: create
                activities:
                """);
        for (int i = 0; i < activities; i++) {
            text.append("  a%d: {title: Quiz %d, match: {id: \"%s\"}}\n".formatted(i, i, address(i)));
        }
        return new RuleText("mapping.yaml", text.toString());
    }

    static RuleText badge(int activity) {
        String id = "a" + activity;
        return Walk.badge(id, 1, "when: {scored: {on: " + id + ", atLeast: 80%, attempt: best}}");
    }

    static List<RuleText> all(int rules) {
        List<RuleText> texts = new ArrayList<>(List.of(mapping(rules)));
        for (int i = 0; i < rules; i++) {
            texts.add(badge(i));
        }
        return texts;
    }

    /** Somebody new reaches the score of one badge. */
    static String passed(int learner, int activity) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:u%d@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
                "object":{"id":"%s"},"result":{"score":{"scaled":0.9},"success":true},"timestamp":"2026-03-01T10:00:00Z"}""".formatted(UUID.randomUUID(), learner, address(activity));
    }

    private static String address(int activity) {
        return "https://lms.example/mod/quiz/view.php?id=" + activity;
    }
}
