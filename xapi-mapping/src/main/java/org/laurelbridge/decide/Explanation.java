package org.laurelbridge.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.LeftOut;
import org.laurelbridge.rule.Overlooked;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.rule.View;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a badge was or was not given.
 *
 * @param at the moment that was asked about
 * @param tree what each condition found: at the moment of earning where there is one, else at {@code at}
 * @param view what it was found in
 * @param besides statements that are no facts of this learner, but seem to be: voided ones, ones about a look-alike
 * @param gone until when statements were kept that count and are not kept any more, by their ids
 */
public record Explanation(
        Badge badge,
        Status status,
        Instant at,
        Finding tree,
        View view,
        List<LeftOut> besides,
        Map<UUID, Instant> gone) {
    public Explanation {
        besides = List.copyOf(besides);
        gone = Map.copyOf(gone);
    }

    /** Of what is found alone. */
    Explanation(Badge badge, Status status, Instant at, Finding tree, View view) {
        this(badge, status, at, tree, view, List.of(), Map.of());
    }

    /** The same, with more that is no fact. */
    public Explanation with(List<LeftOut> more) {
        return new Explanation(badge, status, at, tree, view, more, gone);
    }

    /** The same, with what is not kept any more. */
    public Explanation withGone(Map<UUID, Instant> notKept) {
        return new Explanation(badge, status, at, tree, view, besides, notKept);
    }

    /**
     * One line for each condition, in the order of the rule.
     *
     * @param depth 0 for the whole rule, one more for each level below it
     * @param leftOut the statements that it says do not count
     */
    public record Line(int depth, Status status, String text, List<UUID> leftOut) {
        public Line {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** As the API answers it: with the score that decided, in per cent, rounded down to two decimals, when it is met by one. */
    public ObjectNode toJson(String learner, Wording wording) {
        return new ExplanationJson(told(wording)).of(this, learner);
    }

    /** As people read it. */
    public List<Line> lines(Wording wording) {
        List<Line> lines = new ArrayList<>();
        Wording told = told(wording);
        addLines(0, tree, finding -> told.sentence(finding, leftOut(finding), gone(finding)), lines);
        return lines;
    }

    /** As people read it on a page: a combination is a heading over its parts, which are not told twice. */
    public List<Line> outline(Wording wording) {
        List<Line> lines = new ArrayList<>();
        Wording told = told(wording);
        addLines(0, tree, finding -> told.outlined(finding, leftOut(finding), gone(finding)), lines);
        return lines;
    }

    /** The same words, for the conditions of this rule. */
    Wording told(Wording wording) {
        return wording.knowing(badge.rules());
    }

    /** What counts nowhere, of the activities that the rule reads. */
    public List<LeftOut> leftOut() {
        return view.leftOut();
    }

    /** What would have counted for this condition, and why it does not; nothing for a combination, whose parts say it. */
    List<LeftOut> leftOut(Finding finding) {
        Condition condition = finding.condition();
        if (!condition.parts().isEmpty()) {
            return List.of();
        }
        boolean met = finding.status().truth() == Truth.MET;
        Stream<LeftOut> nowhere = Stream.concat(leftOut().stream(), met ? Stream.empty() : besides.stream())
                .filter(one -> condition.activities().contains(one.activity()));
        List<LeftOut> overlooked = met ? late(finding) : Overlooked.of(condition, view, at);
        return Stream.concat(nowhere, overlooked.stream()).toList();
    }

    /** The statements that this condition rests on and that are not kept any more; of a combination its parts say it. */
    List<Gone> gone(Finding finding) {
        if (!finding.condition().parts().isEmpty()) {
            return List.of();
        }
        return finding.facts().stream()
                .flatMap(fact -> fact.statements().stream())
                .distinct()
                .filter(gone::containsKey)
                .map(statement -> new Gone(statement, Objects.requireNonNull(gone.get(statement))))
                .toList();
    }

    /** @param until the end of the period for which it was kept */
    record Gone(UUID statement, Instant until) {
        Phrase words() {
            return Phrase.of("gone.statement", until);
        }
    }

    private List<LeftOut> late(Finding finding) {
        return badge.terms().approveLate() ? Overlooked.late(finding) : List.of();
    }

    private static List<UUID> statements(List<LeftOut> leftOut) {
        return leftOut.stream().map(LeftOut::statement).distinct().toList();
    }

    private void addLines(int depth, Finding finding, Function<Finding, String> said, List<Line> lines) {
        lines.add(new Line(depth, finding.status(), said.apply(finding), statements(leftOut(finding))));
        finding.parts().forEach(part -> addLines(depth + 1, part, said, lines));
    }
}
