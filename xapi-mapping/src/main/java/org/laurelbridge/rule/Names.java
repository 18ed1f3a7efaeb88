package org.laurelbridge.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The moments at which the named conditions of a rule became true: the first, as seen from all that is known. */
final class Names {
    private Names() {}

    /** Whether some of them wait for each other in a circle, so that none of these can ever become known. */
    static boolean wait(Condition rule) {
        Map<String, String> after = new HashMap<>();
        rule.everything()
                .filter(condition -> condition.as() != null && condition.after() != null)
                .forEach(condition -> after.put(condition.as(), condition.after()));
        return after.keySet().stream().anyMatch(name -> {
            Set<String> passed = new HashSet<>();
            String next = name;
            while (next != null && passed.add(next)) {
                next = after.get(next);
            }
            return next != null;
        });
    }

    /** The view in which they are known. */
    static View resolved(Condition rule, View view) {
        List<Condition> named =
                rule.everything().filter(condition -> condition.as() != null).toList();
        Map<String, Instant> moments = new HashMap<>();
        Set<String> known = new HashSet<>();
        View knowing = view;
        for (boolean more = true; more; ) {
            more = false;
            for (Condition condition : named) {
                String name = Objects.requireNonNull(condition.as());
                boolean ready = condition.after() == null || known.contains(condition.after());
                if (ready && known.add(name)) {
                    Instant moment = condition.timeline(knowing).firstMet();
                    if (moment != null) {
                        moments.put(name, moment);
                        knowing = view.knowing(moments);
                    }
                    more = true;
                }
            }
        }
        return knowing;
    }
}
