package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decider;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;

/** Reads what is known of a person, and decides badges by it. */
final class Judge {

    private final Awards awards;
    private final Lifecycle lifecycle;

    Judge(Awards awards, Lifecycle lifecycle) {
        this.awards = awards;
        this.lifecycle = lifecycle;
    }

    /** All that is due of one person, with what has to be known for it: read once. */
    Docket docket(InForce inForce, PersonId person, List<Due> due) {
        Set<String> badges = new HashSet<>();
        due.forEach(one -> badges.add(one.badge()));
        Map<String, Award> held = awards.find(person, badges);
        Set<String> activities = new HashSet<>();
        for (String badge : badges) {
            rule(inForce, badge, Optional.ofNullable(held.get(badge)))
                    .ifPresent(rule -> activities.addAll(rule.activities()));
        }
        return new Docket(inForce, held, awards.listFacts(person, activities));
    }

    /** The rule by which a badge is decided: that which an award was earned under, else the one in force (S9). */
    static Optional<Badge> rule(InForce inForce, String badge, Optional<Award> award) {
        return inForce.find(badge)
                .flatMap(current -> award.isEmpty()
                        ? Optional.of(current)
                        : inForce.find(badge, award.get().badgeVersion()));
    }

    /** The words for a badge. */
    static Wording wording(InForce inForce, Badge badge) {
        return new Wording(Locale.ENGLISH, badge.zone(), inForce::title);
    }

    /** What is known of one person. */
    final class Docket {
        private final InForce inForce;
        private final Map<String, Award> held;
        private final List<Fact> facts;
        private final History history;

        Docket(InForce inForce, Map<String, Award> held, Collection<Fact> facts) {
            this.inForce = inForce;
            this.held = held;
            this.facts = List.copyOf(facts);
            this.history = History.of(facts);
        }

        /** How many facts were read. */
        int size() {
            return facts.size();
        }

        /**
         * Decides one badge. Without a rule in force nothing changes: an award stays as it is.
         *
         * @throws RuleFailure when the rule cannot be evaluated
         */
        Conclusion conclude(Due due, Instant now) {
            Optional<Award> before = Optional.ofNullable(held.get(due.badge()));
            return rule(inForce, due.badge(), before)
                    .map(badge -> conclude(due, badge, before, now))
                    .orElseGet(() -> new Conclusion(due, null, null));
        }

        private Conclusion conclude(Due due, Badge badge, Optional<Award> before, Instant now) {
            try {
                Decision decision = new Decider().decide(badge, history, now);
                return lifecycle.conclude(
                        new Lifecycle.Case(
                                due,
                                badge,
                                wording(inForce, badge),
                                inForce.generation(),
                                decision,
                                facts,
                                before.orElse(null)),
                        now);
            } catch (RuntimeException failure) {
                throw new RuleFailure(badge.version(), failure);
            }
        }
    }
}
