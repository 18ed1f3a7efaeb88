package org.laurelbridge.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.LeftOut;
import org.laurelbridge.rule.Status;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a badge was or was not given.
 *
 * @param at the moment that was asked about
 * @param tree what each condition found: at the moment of earning where there is one, else at {@code at}
 * @param leftOut what counts nowhere, of the activities that the rule reads
 */
public record Explanation(Badge badge, Status status, Instant at, Finding tree, List<LeftOut> leftOut) {
    public Explanation {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One line for each condition, in the order of the rule.
     *
     * @param depth 0 for the whole rule, one more for each level below it
     */
    public record Line(int depth, Status status, String text) {}

    /** As the API answers it. */
    public ObjectNode toJson(String learner, Wording wording) {
        return new ExplanationJson(wording).of(this, learner);
    }

    /** As people read it. */
    public List<Line> lines(Wording wording) {
        List<Line> lines = new ArrayList<>();
        addLines(0, tree, wording, lines);
        return lines;
    }

    /** What would have counted for this condition; nothing for a combination, whose parts say it. */
    List<LeftOut> leftOut(Condition condition) {
        return condition.parts().isEmpty()
                ? leftOut.stream()
                        .filter(one ->
                                condition.activities().contains(one.fact().activity()))
                        .toList()
                : List.of();
    }

    private void addLines(int depth, Finding finding, Wording wording, List<Line> lines) {
        lines.add(new Line(depth, finding.status(), wording.sentence(finding, leftOut(finding.condition()))));
        finding.parts().forEach(part -> addLines(depth + 1, part, wording, lines));
    }
}
