package org.laurelbridge.bridge.map;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FactLog.Counted;
import org.laurelbridge.bridge.map.FactLog.Derived;
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
    /** Intakes in one commit: one that is written for every few statements costs more than their mapping. */
    private static final int AT_A_TIME = 200;
    /** Statements in one commit, unless one intake alone has more. */
    private static final int STATEMENTS_AT_A_TIME = 1_000;
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
        List<ToMap> due = facts.listToMap(inForce.generation(), AT_A_TIME + stuck.size()).stream()
                .filter(intake -> !isResting(intake, now))
                .toList();
        return due.isEmpty() ? 0 : map(group(due), inForce);
    }

    private boolean isResting(ToMap intake, Instant now) {
        Stuck resting = stuck.get(intake.intake());
        return resting != null && resting.retryAt().isAfter(now);
    }

    private static List<ToMap> group(List<ToMap> due) {
        int statements = 0;
        int intakes = 0;
        for (ToMap intake : due) {
            statements += intake.statements();
            if (intakes > 0 && (statements > STATEMENTS_AT_A_TIME || intakes == AT_A_TIME)) {
                break;
            }
            intakes++;
        }
        return due.subList(0, intakes);
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

    private int map(List<ToMap> intakes, InForce inForce) {
        List<List<Located>> loaded = facts.load(intakes);
        List<Derived> derived = new ArrayList<>();
        for (int i = 0; i < intakes.size(); i++) {
            List<Outcome> outcomes = loaded.get(i).stream()
                    .map(located -> outcome(located, inForce))
                    .toList();
            derived.add(new Derived(intakes.get(i), outcomes));
        }
        return write(derived, inForce);
    }

    // one that the store refuses must not take the others with it
    private int write(List<Derived> derived, InForce inForce) {
        try {
            List<Optional<Counted>> counted = facts.replace(derived, inForce.basis(), clock.instant());
            int written = 0;
            for (int i = 0; i < derived.size(); i++) {
                stuck.remove(derived.get(i).intake().intake());
                if (counted.get(i).isPresent()) {
                    count(derived.get(i).outcomes());
                    written++;
                }
            }
            return written;
        } catch (FactLog.Refused refused) {
            if (derived.size() > 1) {
                return derived.stream()
                        .mapToInt(one -> write(List.of(one), inForce))
                        .sum();
            }
            rest(derived.get(0).intake().intake(), refused);
            return 0;
        }
    }

    private void rest(long intake, FactLog.Refused refused) {
        LOG.error("intake {} cannot be mapped", intake, refused);
        facts.setAside(intake);
        Instant retryAt = clock.instant().plus(REST);
        stuck.put(intake, new Stuck(intake, "the store refuses its facts, see the log", retryAt));
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
