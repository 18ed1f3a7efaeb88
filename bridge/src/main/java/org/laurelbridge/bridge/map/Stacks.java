package org.laurelbridge.bridge.map;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Words;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.xapi.Problem;

/** Badges that ask for other badges: those must be there, and none may wait for itself. */
final class Stacks {
    private final Map<String, Badge> badges = new HashMap<>();
    private final Problems problems;

    Stacks(List<Badge> badges, Problems problems) {
        badges.forEach(badge -> this.badges.put(badge.id(), badge));
        this.problems = problems;
    }

    /** @param file where a badge was read */
    void check(Badge badge, String file) {
        for (String held : held(badge)) {
            if (!badges.containsKey(held)) {
                problems.add(new Problem(
                        file,
                        "holds \"" + held + "\", which is no badge here",
                        "the id of a badge of these documents" + Words.meant(held, others(badge)),
                        ""));
            }
        }
        if (needs(badge).contains(badge.id())) {
            problems.add(new Problem(
                    file,
                    "the badge \"" + badge.id()
                            + "\", which is held by nobody before it is held: it waits for itself through "
                            + held(badge).stream().collect(Collectors.joining(", ")),
                    "badges that can be earned one after the other",
                    ""));
        }
    }

    private Set<String> others(Badge badge) {
        return badges.keySet().stream().filter(id -> !id.equals(badge.id())).collect(Collectors.toSet());
    }

    private static Set<String> held(Badge badge) {
        return badge.attestedSubjects().stream()
                .filter(subject -> subject.topic() == Topic.HOLDS)
                .map(Subject::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that must or may be held before, whatever way the rules ask for it. */
    private Set<String> needs(Badge badge) {
        Set<String> needs = new LinkedHashSet<>();
        List<String> next = List.copyOf(held(badge));
        while (!next.isEmpty()) {
            needs.addAll(next);
            next = next.stream()
                    .flatMap(held -> Stream.ofNullable(badges.get(held)))
                    .flatMap(held -> held(held).stream())
                    .filter(held -> !needs.contains(held))
                    .distinct()
                    .toList();
        }
        return needs;
    }
}
