package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which badges a fact can touch: by the label of its activity, however many badges there are (S12). */
public final class RuleIndex {
    private final Map<String, List<Badge>> byActivity;

    private RuleIndex(Map<String, List<Badge>> byActivity) {
        this.byActivity = byActivity;
    }

    public static RuleIndex of(Collection<Badge> badges) {
        Map<String, List<Badge>> byActivity = new HashMap<>();
        for (Badge badge : badges) {
            for (String activity : badge.activities()) {
                byActivity.computeIfAbsent(activity, any -> new ArrayList<>()).add(badge);
            }
        }
        byActivity.replaceAll((activity, those) -> List.copyOf(those));
        return new RuleIndex(Map.copyOf(byActivity));
    }

    /** The badges whose rules read this activity, in the order they were given; none for an unknown label. */
    public List<Badge> listByActivity(String activity) {
        return byActivity.getOrDefault(activity, List.of());
    }
}
