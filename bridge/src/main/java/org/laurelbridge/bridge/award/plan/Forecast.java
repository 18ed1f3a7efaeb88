package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;

/**
 * What a badge would be for everybody who has facts that its rule reads.
 *
 * @param what becomes of its document
 * @param whole whether everybody was asked; else only those whose facts another mapping changes
 * @param people how many were asked
 * @param earning how many meet the rule now, those who hold the badge among them
 * @param near how many are one condition away
 * @param earners some of those who meet it, by their ids
 * @param nears some of those who are one condition away, by their ids
 * @param effects on awards, all of them, by the people's ids
 */
public record Forecast(
        Badge badge,
        What what,
        boolean whole,
        long people,
        long earning,
        long near,
        List<Earner> earners,
        List<Near> nears,
        List<Effect> effects) {

    public Forecast {
        earners = List.copyOf(earners);
        nears = List.copyOf(nears);
        effects = List.copyOf(effects);
    }

    /** Who meets the rule, since when, and whether they have had the badge already. */
    public record Earner(PersonId person, Instant earnedAt, boolean held) {}

    /** Who is one condition away, and which one. */
    public record Near(PersonId person, String missing) {}

    /**
     * How much of the lists is wanted.
     *
     * @param after only people after this one; null from the first on
     * @param limit at most so many of each list
     * @param language of what is missing, where there are words for it, else English
     */
    public record Page(@Nullable PersonId after, int limit, Locale language) {
        /** The same in English. */
        public Page(@Nullable PersonId after, int limit) {
            this(after, limit, Locale.ENGLISH);
        }

        /** Whether somebody comes after those of the pages before. */
        public boolean begins(PersonId person) {
            return after == null || person.toString().compareTo(after.toString()) > 0;
        }
    }

    /** How many effects there are of a kind. */
    public long count(Effect.What kind) {
        return effects.stream().filter(effect -> effect.what() == kind).count();
    }
}
