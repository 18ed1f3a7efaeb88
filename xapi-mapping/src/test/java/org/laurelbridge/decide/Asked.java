package org.laurelbridge.decide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Scored;
import org.laurelbridge.rule.Settle;
import org.laurelbridge.rule.Terms;
import tools.jackson.databind.node.ObjectNode;

/** A rule with a settling time, ready to be asked. */
record Asked(Badge badge) {
    static final Wording ENGLISH = new Wording(Locale.ENGLISH, ZoneOffset.UTC, label -> label);

    static Asked rule(Condition when) {
        return rule(when, Duration.ZERO);
    }

    static Asked rule(Condition when, Duration gain) {
        return new Asked(new Badge(
                "secops",
                2,
                "Security operations",
                null,
                when,
                terms(gain),
                List.of(),
                ZoneOffset.UTC,
                Badge.Visibility.LEARNER_DECIDES,
                List.of(),
                null,
                null,
                Credential.PLAIN,
                List.of(),
                ""));
    }

    private static Terms terms(Duration gain) {
        return new Terms(
                Badge.AwardMode.AUTO,
                false,
                new Settle(gain, Duration.ZERO),
                Badge.Unsupported.REVIEW,
                false,
                null,
                null,
                List.of(),
                false,
                Terms.standard(2).applies());
    }

    static Condition atLeast(String percent, String on, AttemptPolicy attempt) {
        return new Scored(on, Percent.of(new BigDecimal(percent)), attempt);
    }

    Decision at(int minute, Given... facts) {
        History history = History.of(Arrays.stream(facts).map(Given::fact).toList());
        return new Decider().decide(badge, history, Given.at(minute));
    }

    /** Long after every fact. */
    Decision after(Given... facts) {
        return at(100_000, facts);
    }

    static ObjectNode tree(Decision decision) {
        return (ObjectNode) decision.explanation().toJson("u-17", ENGLISH).get("tree");
    }
}
