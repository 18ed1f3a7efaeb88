package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.Collection;
import org.laurelbridge.decide.Decider;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;

/** What a badge would say of somebody. All that plans decide goes through here, so that what a decision needs is gathered in one place. */
final class Ruling {
    private Ruling() {}

    static Decision of(Badge badge, Collection<Fact> facts, Instant now) {
        return new Decider().decide(badge, History.of(facts), now);
    }
}
