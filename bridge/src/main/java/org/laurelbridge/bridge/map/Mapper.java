package org.laurelbridge.bridge.map;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FactLog.Counted;
import org.laurelbridge.bridge.map.FactLog.Located;
import org.laurelbridge.bridge.map.FactLog.Outcome;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.mapping.Mapped;
import org.laurelbridge.mapping.RecordedStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes facts of kept statements, one intake at a time: reads, maps without any lock, writes only if it was not overtaken. Several
 * nodes may do so at once.
 */
public final class Mapper {

    private static final Logger LOG = LoggerFactory.getLogger(Mapper.class);
    private static final int AT_A_TIME = 20;
    /** An intake that the store refused is tried again after this. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final FactLog facts;
    private final RuleBook rules;
    private final InstantSource clock;
    private final LongAdder mapped = new LongAdder();
    private final Map<String, LongAdder> diagnostics = new ConcurrentHashMap<>();
    private final Map<Long, Stuck> stuck = new ConcurrentHashMap<>();

    public Mapper(FactLog facts, RuleBook rules, InstantSource clock) {
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An intake that cannot be mapped now; it stays to be mapped.
     *
     * @param why without personal data
     */
    public record Stuck(long intake, String why, Instant retryAt) {}

    /**
     * Since this node started.
     *
     * @param intakes mapped
     * @param diagnostics how often each was made, by code
     * @param stuck what cannot be mapped now
     */
    public record Figures(long intakes, Map<String, Long> diagnostics, List<Stuck> stuck) {}

    /**
     * One round: asks for new rules, then maps some intakes.
     *
     * @return how many were mapped; none means that nothing waits
     */
    public int mapDue() {
        rules.refresh();
        InForce inForce = rules.current();
        Instant now = clock.instant();
        int done = 0;
        for (ToMap intake : facts.listToMap(inForce.generation(), AT_A_TIME + stuck.size())) {
            Stuck resting = stuck.get(intake.intake());
            if (resting == null || !resting.retryAt().isAfter(now)) {
                done += map(intake, inForce) ? 1 : 0;
            }
        }
        return done;
    }

    /** For an administrator. */
    public Figures figures() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        diagnostics.forEach((code, count) -> counts.put(code, count.sum()));
        return new Figures(mapped.sum(), Map.copyOf(counts), List.copyOf(stuck.values()));
    }

    /** How many intakes wait. */
    public long waiting() {
        return facts.countToMap(rules.current().generation());
    }

    private boolean map(ToMap intake, InForce inForce) {
        try {
            List<Outcome> outcomes = facts.load(intake.intake()).stream()
                    .map(located -> outcome(located, inForce))
                    .toList();
            Counted counted = facts.replace(intake, inForce.basis(), outcomes, clock.instant());
            stuck.remove(intake.intake());
            if (counted != null) {
                count(outcomes);
            }
            return counted != null;
        } catch (FactLog.Refused refused) {
            LOG.error("intake {} cannot be mapped", intake.intake(), refused);
            Instant retryAt = clock.instant().plus(REST);
            stuck.put(intake.intake(), new Stuck(intake.intake(), "the store refuses its facts, see the log", retryAt));
            return false;
        }
    }

    /** One that cannot be mapped does not stop the others: it goes to quarantine with the same commit. */
    private static Outcome outcome(Located located, InForce inForce) {
        RecordedStatement recorded = located.recorded();
        if (recorded == null) {
            return new Outcome(located, null, located.trouble());
        }
        try {
            return new Outcome(located, inForce.mapping().map(recorded), null);
        } catch (RuntimeException failure) {
            LOG.error("statement {} cannot be mapped", located.id(), failure);
            return new Outcome(
                    located,
                    null,
                    "the mapping failed, see the log: " + failure.getClass().getSimpleName());
        }
    }

    private void count(List<Outcome> outcomes) {
        mapped.increment();
        for (Outcome outcome : outcomes) {
            @Nullable Mapped made = outcome.mapped();
            if (made != null) {
                made.diagnostics()
                        .forEach(diagnostic -> diagnostics
                                .computeIfAbsent(diagnostic.code(), code -> new LongAdder())
                                .increment());
            }
        }
    }
}
