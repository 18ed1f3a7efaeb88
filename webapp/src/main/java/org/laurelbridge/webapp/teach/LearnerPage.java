package org.laurelbridge.webapp.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Explanations.Answer;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;

/**
 * One of a class, and why they have each badge or have it not yet.
 *
 * @param path of the class
 */
public record LearnerPage(TeachFrame frame, String name, String course, String path, List<One> badges) {

    /**
     * A badge.
     *
     * @param state of its award; null when it was not earned
     * @param earned null when it was not
     * @param reason why it stands so, by whoever decided; null for nothing
     * @param waits where it is decided if it waits for an instructor's word; null for nothing
     * @param progress how far they are, as they read it themselves; null where there is nothing to count
     * @param left how much time there is; null for no end
     * @param change what would earn it; null when it is earned, or nothing would
     */
    public record One(
            String title,
            String picture,
            @Nullable AwardState state,
            @Nullable Moment earned,
            @Nullable String reason,
            List<Line> why,
            @Nullable String progress,
            @Nullable Saying left,
            @Nullable String change,
            @Nullable String waits) {}

    /**
     * How one condition stands.
     *
     * @param score that met it; null for none
     * @param statements on which that rests, the newest first
     */
    public record Line(
            Why why, List<Link> statements, @Nullable String score) {

        /** Where its work can be opened, each place once. */
        public List<String> works() {
            return statements.stream()
                    .flatMap(link -> Stream.ofNullable(link.work()))
                    .distinct()
                    .toList();
        }
    }

    /**
     * Where a statement is shown.
     *
     * @param work where the work can be opened that it is about; null for nowhere
     */
    public record Link(String path, Moment at, @Nullable String work) {}

    /**
     * How each condition stands, in the order in which it is explained.
     *
     * @param links to what a condition rests on
     */
    public static List<Line> lines(Answer answer, Function<Finding, List<Link>> links, Words words) {
        List<Finding> findings = inOrder(answer.decision().explanation().tree()).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < answer.lines().size(); i++) {
            Finding finding = findings.get(i);
            lines.add(new Line(Why.of(answer.lines().get(i)), links.apply(finding), score(finding, words)));
        }
        return lines;
    }

    private static @Nullable String score(Finding finding, Words words) {
        Percent score = finding.score();
        return score == null || finding.status().truth() != Truth.MET
                ? null
                : words.say("planning.score", score.shown());
    }

    private static Stream<Finding> inOrder(Finding finding) {
        return Stream.concat(Stream.of(finding), finding.parts().stream().flatMap(LearnerPage::inOrder));
    }
}
