package org.laurelbridge.bridge.award;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.award.Awards.Trouble;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is due: reads, decides without any lock, and writes many conclusions in one commit, each only if it was not
 * overtaken. Several threads and nodes may do so at once; different threads of a node take different people.
 */
public final class Awarder {

    private static final Logger LOG = LoggerFactory.getLogger(Awarder.class);
    private static final int AT_A_TIME = 500;
    /** A rule that failed is tried again after this. */
    private static final Duration REST = Duration.ofHours(1);

    private final Awards awards;
    private final RuleBook rules;
    private final Judge judge;
    private final InstantSource clock;
    private final LongAdder people = new LongAdder();
    private final LongAdder facts = new LongAdder();
    private final LongAdder decided = new LongAdder();

    /**
     * Since this node started.
     *
     * @param people looked at; one who came up again counts again
     * @param facts read for them
     * @param decided conclusions written
     */
    public record Figures(long people, long facts, long decided) {}

    public Awarder(Awards awards, RuleBook rules, AwardIds ids, GradeOrders orders, InstantSource clock) {
        this(awards, rules, new Judge(awards, new Lifecycle(ids, orders)), clock);
    }

    Awarder(Awards awards, RuleBook rules, Judge judge, InstantSource clock) {
        this.awards = awards;
        this.rules = rules;
        this.judge = judge;
        this.clock = clock;
    }

    public Figures figures() {
        return new Figures(people.sum(), facts.sum(), decided.sum());
    }

    /**
     * One round of the first of one thread.
     *
     * @return how many conclusions were written; none means that nothing is due
     */
    public int awardDue() {
        return awardDue(0, 1);
    }

    /**
     * One round of one of several threads.
     *
     * @param part 0 to parts - 1: the people of this thread, by their ids
     */
    public int awardDue(int part, int parts) {
        Instant now = clock.instant();
        Map<PersonId, List<Due>> due = new LinkedHashMap<>();
        for (Due one : awards.listDue(now, AT_A_TIME * parts)) {
            if (Math.floorMod(one.person().hashCode(), parts) == part) {
                due.computeIfAbsent(one.person(), person -> new ArrayList<>()).add(one);
            }
        }
        if (due.isEmpty()) {
            return 0;
        }
        rules.refresh();
        InForce inForce = rules.current();
        // asked after the queue was read: whoever's facts change from now on is back on it
        if (awards.isBetweenMappings(inForce.generation())) {
            return 0;
        }
        Map<String, Trouble> troubles = new HashMap<>();
        awards.listTroubles().forEach(trouble -> troubles.put(trouble.badge(), trouble));
        List<Conclusion> conclusions = new ArrayList<>();
        due.forEach((person, those) -> conclusions.addAll(decide(inForce, troubles, person, those)));
        int written = write(inForce, conclusions, now);
        people.add(due.size());
        decided.add(written);
        return written;
    }

    private List<Conclusion> decide(InForce inForce, Map<String, Trouble> troubles, PersonId person, List<Due> due) {
        Instant now = clock.instant();
        Judge.Docket docket = judge.docket(inForce, person, due);
        facts.add(docket.size());
        List<Conclusion> conclusions = new ArrayList<>();
        for (Due one : due) {
            Trouble trouble = troubles.get(one.badge());
            if (trouble != null && isOff(trouble, inForce, now)) {
                conclusions.add(Conclusion.nothing(one, trouble.retryAt()));
                continue;
            }
            try {
                conclusions.add(docket.conclude(one, now));
                if (trouble != null) {
                    awards.removeTrouble(one.badge());
                    troubles.remove(one.badge());
                }
            } catch (RuleFailure failure) {
                troubles.put(one.badge(), switchedOff(one, failure, now));
                conclusions.add(Conclusion.nothing(one, now.plus(REST)));
            }
        }
        return conclusions;
    }

    /** A new version of the rule is tried at once. */
    private static boolean isOff(Trouble trouble, InForce inForce, Instant now) {
        boolean same = inForce.find(trouble.badge())
                .filter(badge -> badge.version() == trouble.version())
                .isPresent();
        return same && trouble.retryAt().isAfter(now);
    }

    private Trouble switchedOff(Due due, RuleFailure failure, Instant now) {
        LOG.error("badge {} is switched off: its rule failed for person {}", due.badge(), due.person(), failure);
        Trouble trouble = new Trouble(due.badge(), failure.version(), failure.why(), now, now.plus(REST));
        awards.saveTrouble(trouble);
        return trouble;
    }

    // one that the database refuses must not take the others with it
    private int write(InForce inForce, List<Conclusion> conclusions, Instant now) {
        try {
            return (int) awards.conclude(conclusions, inForce.turn(), now).stream()
                    .filter(written -> written)
                    .count();
        } catch (Awards.Refused refused) {
            if (conclusions.size() > 1) {
                return conclusions.stream()
                        .mapToInt(one -> write(inForce, List.of(one), now))
                        .sum();
            }
            Due due = conclusions.get(0).due();
            RuleFailure failure = new RuleFailure(
                    inForce.find(due.badge()).map(Badge::version).orElse(0), refused);
            Trouble trouble = switchedOff(due, failure, now);
            return write(inForce, List.of(Conclusion.nothing(due, trouble.retryAt())), now);
        }
    }
}
