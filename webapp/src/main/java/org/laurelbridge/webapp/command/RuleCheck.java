package org.laurelbridge.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.document.Words;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.xapi.Problem;

/** What is wrong with documents, alone and in this installation. */
final class RuleCheck {
    private RuleCheck() {}

    /**
     * Mistakes in the documents, tests in them that fail, and sources and gradebooks that this installation does not have.
     *
     * @param platforms the names of registered platforms, asked for only where a badge delivers to what is not configured
     */
    static List<Problem> problems(RuleSet set, LaurelConfig config, Supplier<List<String>> platforms) {
        List<Problem> problems = new ArrayList<>(set.problems(config.sourceNames()));
        problems.addAll(strayTargets(set.badges(), config, platforms));
        return problems;
    }

    /** Gradebooks that badges deliver to and neither the configuration nor a platform has: every delivery there would be stuck. */
    static List<Problem> strayTargets(List<Badge> badges, LaurelConfig config, Supplier<List<String>> platforms) {
        List<String> configured = Stream.concat(
                        Stream.of("own"), config.targets().stream().map(LaurelConfig.GradeTarget::name))
                .toList();
        List<Problem> stray = strayTargets(badges, configured);
        return stray.isEmpty()
                ? stray
                : strayTargets(
                        badges,
                        Stream.concat(configured.stream(), platforms.get().stream())
                                .toList());
    }

    /** The names of the platforms that this installation is registered at, and of the Moodles that were connected while it ran. */
    static List<String> platforms(Bridge bridge) {
        return Stream.concat(
                        bridge.lti().platforms().list().stream().map(LtiPlatform::name),
                        bridge.stores().moodles().list().stream().map(KeptMoodle::name))
                .toList();
    }

    private static List<Problem> strayTargets(List<Badge> badges, List<String> known) {
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
                "one of the targets in the configuration or of the registered platforms, " + String.join(", ", known)
                        + meant,
                "");
    }
}
