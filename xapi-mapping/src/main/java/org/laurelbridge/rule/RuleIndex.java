package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which badges a fact can touch: by the label of its activity, however many badges there are (S12). */
public final class RuleIndex {
    private final Map<String, List<Badge>> byActivity;
    private final Map<Subject, List<Badge>> bySubject;

    private RuleIndex(Map<String, List<Badge>> byActivity, Map<Subject, List<Badge>> bySubject) {
        this.byActivity = byActivity;
        this.bySubject = bySubject;
    }

    public static RuleIndex of(Collection<Badge> badges) {
        return new RuleIndex(indexed(badges, Badge::activities), indexed(badges, Badge::attestedSubjects));
    }

    private static <K> Map<K, List<Badge>> indexed(Collection<Badge> badges, Function<Badge, Set<K>> keys) {
        Map<K, List<Badge>> index = new HashMap<>();
        for (Badge badge : badges) {
            keys.apply(badge)
                    .forEach(key ->
                            index.computeIfAbsent(key, any -> new ArrayList<>()).add(badge));
        }
        index.replaceAll((key, those) -> List.copyOf(those));
        return Map.copyOf(index);
    }

    /** The badges whose rules read this activity, in the order they were given; none for an unknown label. */
    public List<Badge> listByActivity(String activity) {
        return byActivity.getOrDefault(activity, List.of());
    }

    /** The badges whose rules ask what is attested about this subject, in the order they were given. */
    public List<Badge> listBySubject(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
