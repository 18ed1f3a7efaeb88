package org.laurelbridge.rule;

import java.util.List;
import java.util.UUID;

/** The ways in which one history may be seen through a rule. */
public final class Views {
    private static final UUID NONE = new UUID(0, 0);

    private Views() {}

    /**
     * One view; where conditions must share a registration one for each registration, the one with the newest fact first. In each
     * the moments are known that the rule names.
     */
    public static List<View> of(Condition rule, View view) {
        boolean shared = rule.everything().anyMatch(Condition::sharesRegistration);
        if (!shared) {
            return List.of(Names.resolved(rule, view));
        }
        List<UUID> registrations = view.registrations();
        return (registrations.isEmpty() ? List.of(NONE) : registrations)
                .stream()
                        .map(registration -> Names.resolved(rule, view.of(registration)))
                        .toList();
    }
}
