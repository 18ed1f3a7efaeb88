package org.laurelbridge.bridge.award.plan;

import java.util.List;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.plan.Evidence.Scope;

/** Decides one badge for everybody who has facts that it reads, on all cores. Writes nothing. */
final class Forecaster {
    private final Evidence evidence;
    private final Awards awards;
    private final Crew crew = new Crew();

    Forecaster(Evidence evidence, Awards awards) {
        this.evidence = evidence;
        this.awards = awards;
    }

    /** @throws Interrupted when this thread is */
    Forecast forecast(Question question, Progress progress) {
        Holders holders = Holders.of(question.badge(), question.proposal().inForce(), awards);
        Scope scope = question.scope(holders.rules());
        List<Tally> parts = crew.work(
                Evidence.PARTS,
                part -> new Tally(question, holders).add(evidence.read(part, scope)),
                done -> progress.at("deciding " + question.badge().reference(), done, Evidence.PARTS));
        return Tally.sum(question, parts);
    }
}
