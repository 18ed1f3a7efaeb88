package org.laurelbridge.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.document.Words;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.xapi.Problem;

/** What is wrong with documents, alone and in this installation. */
final class RuleCheck {
    private RuleCheck() {}

    /** Mistakes in the documents, tests in them that fail, and sources and gradebooks that the configuration does not have. */
    static List<Problem> problems(RuleSet set, LaurelConfig config) {
        List<Problem> problems = new ArrayList<>(set.problems(config.sourceNames()));
        problems.addAll(strayTargets(set.badges(), config));
        return problems;
    }

    /** Gradebooks that badges deliver to and the configuration does not have: every delivery there would be stuck. */
    static List<Problem> strayTargets(List<Badge> badges, LaurelConfig config) {
        List<String> known = Stream.concat(
                        Stream.of("own"), config.targets().stream().map(LaurelConfig.GradeTarget::name))
                .toList();
        return badges.stream()
                .flatMap(badge -> badge.deliver().stream()
                        .map(destination -> destination.to())
                        .filter(target -> !known.contains(target))
                        .map(target -> stray(badge, target, known)))
                .toList();
    }

    private static Problem stray(Badge badge, String target, List<String> known) {
        String meant = Words.meant(target, known);
        return new Problem(
                "badge " + badge.id() + " (deliver)",
                "the target \"" + target + "\"",
                "one of the targets in the configuration, " + String.join(", ", known) + meant,
                "");
    }
}
