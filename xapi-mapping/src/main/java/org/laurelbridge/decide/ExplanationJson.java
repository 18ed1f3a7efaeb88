package org.laurelbridge.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.LeftOut;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes explanations as JSON: one object a condition, named by its word. */
final class ExplanationJson {
    private final Wording wording;

    ExplanationJson(Wording wording) {
        this.wording = wording;
    }

    ObjectNode of(Explanation explanation, String learner) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("badge", explanation.badge().id());
        json.put("learner", learner);
        json.put("status", Wording.word(explanation.status().truth()));
        json.put("at", explanation.at().toString());
        json.put("rule", explanation.badge().reference());
        if (explanation.status() instanceof Status.Open open) {
            json.put("open", wording.of(open.progress()));
        }
        Percent score =
                explanation.status() instanceof Status.Met ? explanation.tree().decidingScore() : null;
        if (score != null) {
            // 80, not 8E+1
            json.put("score", new BigDecimal(score.shown().toPlainString()));
        }
        json.set("tree", node(explanation, explanation.tree()));
        return json;
    }

    private ObjectNode node(Explanation explanation, Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Condition condition = finding.condition();
        json.put(condition.word(), head(finding));
        if (condition instanceof Did did) {
            json.put("on", did.on());
        }
        addStatus(json, finding);
        if (!finding.facts().isEmpty()) {
            ArrayNode statements = json.putArray("statements");
            statements(finding).forEach(statement -> statements.add(statement.toString()));
        }
        if (!finding.attested().isEmpty()) {
            ArrayNode attested = json.putArray("attested");
            finding.attested().forEach(one -> attested.add(one.id().toString()));
        }
        addGone(json, explanation.gone(finding));
        addLeftOut(json, explanation.leftOut(finding));
        if (!finding.parts().isEmpty() && !isQuiet(finding)) {
            ArrayNode parts = json.putArray("parts");
            finding.parts().forEach(part -> parts.add(node(explanation, part)));
        }
        return json;
    }

    private static void addGone(ObjectNode json, List<Explanation.Gone> gone) {
        if (!gone.isEmpty()) {
            ArrayNode array = json.putArray("gone");
            gone.forEach(one -> array.addObject()
                    .put("statement", one.statement().toString())
                    .put("keptUntil", one.until().toString()));
        }
    }

    private void addLeftOut(ObjectNode json, List<LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            ArrayNode array = json.putArray("leftOut");
            leftOut.forEach(one -> array.addObject()
                    .put("statement", one.statement().toString())
                    .put("why", wording.of(one.reason())));
        }
    }

    /** What did not happen needs no parts to be understood. */
    private static boolean isQuiet(Finding finding) {
        return finding.condition() instanceof None && finding.status().truth() == Truth.MET;
    }

    private static String head(Finding finding) {
        if (!finding.parts().isEmpty() && !(finding.condition() instanceof None)) {
            long met = finding.parts().stream()
                    .filter(part -> part.status().truth() == Truth.MET)
                    .count();
            return met + "/" + finding.condition().shownOf();
        }
        return finding.condition().subject();
    }

    private void addStatus(ObjectNode json, Finding finding) {
        Status status = finding.status();
        if (status instanceof Status.Met met) {
            addMet(json, met.at());
        } else if (status instanceof Status.Open open) {
            addOpen(json, finding, open);
        } else if (status instanceof Status.Impossible impossible) {
            addImpossible(json, impossible);
        } else if (status instanceof Status.Unknown unknown) {
            json.put("unknown", wording.of(unknown.reason()));
        }
    }

    private static void addMet(ObjectNode json, @Nullable Instant at) {
        if (at == null) {
            json.put("met", true);
        } else {
            json.put("met", at.toString());
        }
    }

    /** The head of a combination has its progress already. */
    private void addOpen(ObjectNode json, Finding finding, Status.Open open) {
        if (finding.parts().isEmpty()) {
            json.put("open", wording.of(open.progress()));
        }
        if (open.deadline() != null) {
            json.put("deadline", open.deadline().toString());
        }
    }

    private void addImpossible(ObjectNode json, Status.Impossible impossible) {
        Phrase progress = impossible.progress();
        if (progress != null) {
            json.put("open", wording.of(progress));
        }
        json.put("impossible", true);
        json.put("why", wording.of(impossible.reason()));
    }

    private static List<UUID> statements(Finding finding) {
        return finding.facts().stream()
                .flatMap(fact -> fact.statements().stream())
                .distinct()
                .toList();
    }
}
