package org.laurelbridge.bridge.award.plan;

import java.util.List;
import org.laurelbridge.bridge.award.plan.Evidence.Scope;

/** Decides one badge for everybody of whom something is known that it reads, on all cores. Writes nothing. */
final class Forecaster {
    private final Evidence evidence;
    private final Crew crew = new Crew();

    Forecaster(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Badges that ask for this one see in the question's outlook what becomes of it.
     *
     * @throws Interrupted when this thread is
     */
    Forecast forecast(Question question, Progress progress) {
        String badge = question.badge().id();
        Scope scope = question.scope(evidence.versions(badge));
        List<Tally> parts = crew.work(
                Evidence.PARTS,
                part -> new Tally(question, scope.others()).add(evidence.read(part, scope)),
                done -> progress.at("deciding " + question.badge().reference(), done, Evidence.PARTS));
        if (!Outlook.readers(question.badge(), question.inForce()).isEmpty()) {
            parts.forEach(part -> question.outlook().add(badge, part.held()));
        }
        return Tally.sum(question, parts);
    }
}
