package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/**
 * Puts regrades where they belong (S2): on the fact that they point to, else on the newest score at or before them in the same
 * attempt. A regrade without a target waits, which here means that it changes nothing.
 */
final class Regrades {
    private final Map<UUID, Fact> byStatement = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Fact>> scored = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Fact>> unscored = new HashMap<>();
    private final Map<UUID, Optional<Fact>> targets = new HashMap<>();

    /** @param inOrder of one activity, each statement once; of several at one moment the last stays */
    private Regrades(List<Fact> inOrder) {
        for (Fact fact : inOrder) {
            byStatement.put(fact.statement(), fact);
            if (Scored.KINDS.contains(fact.kind())) {
                (fact.percent() == null ? unscored : scored)
                        .computeIfAbsent(fact.attempt(), any -> new TreeMap<>())
                        .put(fact.at(), fact);
            }
        }
    }

    /** The facts of one activity in order, each as it stands. The regrades stay among them as facts of their own. */
    static List<StandingFact> applied(List<Fact> inOrder) {
        Map<UUID, StandingFact> standing = new HashMap<>();
        if (inOrder.stream().anyMatch(Regrades::isRegrade)) {
            Regrades regrades = new Regrades(inOrder);
            for (Fact fact : inOrder) {
                Fact target = isRegrade(fact) ? regrades.target(fact) : null;
                if (target != null) {
                    standing.merge(
                            target.statement(),
                            new StandingFact(target, null).regradedBy(fact),
                            (before, ignored) -> before.regradedBy(fact));
                }
            }
        }
        List<StandingFact> result = new ArrayList<>(inOrder.size());
        for (Fact fact : inOrder) {
            StandingFact changed = standing.get(fact.statement());
            result.add(changed == null ? new StandingFact(fact, null) : changed);
        }
        return List.copyOf(result);
    }

    private static boolean isRegrade(Fact fact) {
        return fact.kind().equals(Kind.REGRADED);
    }

    /** A regrade may regrade a regrade: all of a chain change the fact at its end. A ring of them changes nothing. */
    private @Nullable Fact target(Fact regrade) {
        Set<UUID> chain = new LinkedHashSet<>();
        Fact link = regrade;
        while (link != null && isRegrade(link) && !targets.containsKey(link.statement())) {
            link = chain.add(link.statement()) ? next(link) : null;
        }
        Optional<Fact> end = link == null || !isRegrade(link)
                ? Optional.ofNullable(link)
                : targets.getOrDefault(link.statement(), Optional.empty());
        chain.forEach(statement -> targets.put(statement, end));
        return end.orElse(null);
    }

    private @Nullable Fact next(Fact regrade) {
        UUID refersTo = regrade.refersTo();
        if (refersTo != null) {
            return byStatement.get(refersTo);
        }
        Fact newest = newestUntil(regrade, scored.get(regrade.attempt()));
        return newest == null ? newestUntil(regrade, unscored.get(regrade.attempt())) : newest;
    }

    private static @Nullable Fact newestUntil(Fact regrade, @Nullable NavigableMap<Instant, Fact> facts) {
        Map.Entry<Instant, Fact> newest = facts == null ? null : facts.floorEntry(regrade.at());
        return newest == null ? null : newest.getValue();
    }
}
