package org.laurelbridge.bridge.issue.framework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;

/** Which badges in force point to items that do not stand any more, or never did. */
public final class FrameworkUses {

    private final Frameworks frameworks;
    private final RuleBook rules;
    private final InstantSource clock;

    public FrameworkUses(Frameworks frameworks, RuleBook rules, InstantSource clock) {
        this.frameworks = frameworks;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A badge that points to an item that does not stand.
     *
     * @param badge its reference, as {@code k8s-quiz@1}
     * @param framework as the badge writes it
     * @param name of the item; null where the framework never had it
     * @param retiredAt null where the framework never had it
     */
    public record Stray(
            String badge,
            String title,
            String framework,
            String code,
            @Nullable String name,
            @Nullable Instant retiredAt) {

        /** As "retired on 2026-03-01", or that it is not known. */
        public String words() {
            return retiredAt == null
                    ? "is not in the framework"
                    : "is retired since " + retiredAt.toString().substring(0, 10);
        }
    }

    /** All of them. What points to a framework that was never imported is not listed: nothing is known of it. */
    public List<Stray> listRetiredUses() {
        rules.refresh();
        Instant now = clock.instant();
        Map<String, Boolean> imported = new HashMap<>();
        List<Stray> strays = new ArrayList<>();
        for (Badge badge : rules.current().badges()) {
            for (Badge.Alignment one : badge.align()) {
                if (imported.computeIfAbsent(
                        one.framework(), name -> !frameworks.find(name, now).isEmpty())) {
                    stray(badge, one, now).ifPresent(strays::add);
                }
            }
        }
        return strays;
    }

    private Optional<Stray> stray(Badge badge, Badge.Alignment one, Instant now) {
        Optional<KnownItem> known = frameworks.find(one.framework(), one.code());
        if (known.isPresent() && !known.get().isRetired(now)) {
            return Optional.empty();
        }
        return Optional.of(new Stray(
                badge.reference(),
                badge.title(),
                one.framework(),
                one.code(),
                known.map(item -> item.item().name()).orElse(null),
                known.map(KnownItem::retiredAt).orElse(null)));
    }
}
