package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.laurelbridge.bridge.award.Versions;
import org.laurelbridge.bridge.award.plan.Evidence.Scope;
import org.laurelbridge.bridge.award.plan.Forecast.Page;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.Proposal;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;

/**
 * What is asked of everybody.
 *
 * @param proposal the documents that the badge is one of
 * @param isWhole whether everybody is asked; else only those for whom something changes besides the rule
 * @param plan whose facts are read, 0 for the live ones
 * @param outlook which other badges people would hold
 * @param page which of them are listed
 * @param now the moment that is asked about
 */
record Question(Proposal proposal, Badge badge, boolean isWhole, long plan, Outlook outlook, Page page, Instant now) {

    What what() {
        return proposal.what(badge);
    }

    InForce inForce() {
        return proposal.inForce();
    }

    /** Of what is missing, for who asks. */
    Wording asked() {
        return new Wording(page.language(), badge.zone(), inForce()::title);
    }

    Wording wording() {
        return new Wording(Locale.ENGLISH, badge.zone(), inForce()::title);
    }

    /** @param earned the versions that awards were earned under */
    Scope scope(Set<Integer> earned) {
        Set<String> activities = new HashSet<>();
        Set<Subject> subjects = new HashSet<>();
        for (Badge version : new Versions(inForce(), badge.id()).all(earned)) {
            activities.addAll(version.activities());
            subjects.addAll(version.attestedSubjects());
        }
        return new Scope(badge.id(), activities, subjects, plan, !isWhole, outlook.people(subjects));
    }
}
