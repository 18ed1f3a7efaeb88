package org.laurelbridge.bridge.award;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Decider;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Explanation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import tools.jackson.databind.node.ObjectNode;

/** Answers why somebody has a badge or has it not yet, from what is known now. Writes nothing. */
public final class Explanations {

    private final Awards awards;
    private final RuleBook rules;
    private final InstantSource clock;

    public Explanations(Awards awards, RuleBook rules, InstantSource clock) {
        this.awards = awards;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param badge the version that was asked: that of the award, where there is one
     * @param json as the API gives it
     * @param lines as people read it, in English
     * @param award null when there is none
     */
    public record Answer(
            Badge badge,
            Decision decision,
            ObjectNode json,
            List<Explanation.Line> lines,
            @Nullable Award award) {}

    /** Why this person has or has not this badge; empty when no such badge is in force. */
    public Optional<Answer> explain(PersonId person, String badge) {
        InForce inForce = rules.current();
        Optional<Award> award =
                Optional.ofNullable(awards.find(person, List.of(badge)).get(badge));
        return Judge.rule(inForce, badge, award).map(rule -> explain(inForce, person, rule, award.orElse(null)));
    }

    private Answer explain(InForce inForce, PersonId person, Badge badge, @Nullable Award award) {
        History history = History.of(awards.listFacts(person, badge.activities()));
        Decision decision = new Decider().decide(badge, history, clock.instant());
        var wording = Judge.wording(inForce, badge);
        Explanation explanation = decision.explanation();
        return new Answer(
                badge, decision, explanation.toJson(person.toString(), wording), explanation.lines(wording), award);
    }
}
