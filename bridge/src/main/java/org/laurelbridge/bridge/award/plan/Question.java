package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.laurelbridge.bridge.award.plan.Evidence.Scope;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.map.Proposal;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;

/**
 * What is asked of everybody.
 *
 * @param proposal the documents that the badge is one of
 * @param plan whose facts are read, 0 for the live ones
 * @param page which of them are listed
 * @param now the moment that is asked about
 */
record Question(Proposal proposal, Badge badge, long plan, Page page, Instant now) {

    /** A badge that stays as it is means something else only for people whose facts change. */
    boolean isWhole() {
        return what() != What.UNCHANGED || plan == 0;
    }

    What what() {
        return proposal.what(badge);
    }

    Wording wording() {
        return new Wording(Locale.ENGLISH, badge.zone(), proposal.inForce()::title);
    }

    Scope scope(Iterable<Badge> versions) {
        Set<String> activities = new HashSet<>(badge.activities());
        versions.forEach(version -> activities.addAll(version.activities()));
        return new Scope(activities, plan, !isWhole());
    }
}
