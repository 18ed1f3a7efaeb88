package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.award.Awards.Asked;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;

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
        return new Docket(
                inForce,
                known(awards, inForce, person, due.stream().map(Due::badge).toList()));
    }

    /** What has to be known of a person to decide these badges. */
    static Cycles.Person known(Awards awards, InForce inForce, PersonId person, Collection<String> badges) {
        return awards.know(person, badges, held -> asked(inForce, badges, held));
    }

    static Asked asked(InForce inForce, Collection<String> badges, Map<String, List<Award>> held) {
        Set<String> activities = new HashSet<>();
        Set<Subject> subjects = new HashSet<>();
        for (String badge : badges) {
            for (Badge rule : new Versions(inForce, badge).all(held.getOrDefault(badge, List.of()))) {
                activities.addAll(rule.activities());
                subjects.addAll(rule.attestedSubjects());
            }
        }
        return new Asked(activities, subjects);
    }

    /** The badges of one person. */
    final class Docket {
        private final InForce inForce;
        private final Cycles.Person person;

        Docket(InForce inForce, Cycles.Person person) {
            this.inForce = inForce;
            this.person = person;
        }

        /** How many facts were read. */
        int size() {
            return person.facts().size();
        }

        /**
         * Decides one badge in all of its cycles. Without a rule in force nothing changes: an award stays as it is.
         *
         * @throws RuleFailure when the rule cannot be evaluated
         */
        Conclusion conclude(Due due, Instant now) {
            if (inForce.find(due.badge()).isEmpty()) {
                return Conclusion.nothing(due, null);
            }
            try {
                return new Cycles(inForce, person, due.badge()).conclude(due, lifecycle, now);
            } catch (RuntimeException failure) {
                throw new RuleFailure(inForce.find(due.badge()).orElseThrow().version(), failure);
            }
        }
    }
}
