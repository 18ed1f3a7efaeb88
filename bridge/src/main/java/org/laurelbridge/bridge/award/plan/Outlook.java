package org.laurelbridge.bridge.award.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/**
 * Which badges people would hold, where that is not as now: what one badge does to people another may ask for. It
 * shows how things stand when all has settled; what comes and goes meanwhile is not told. Written between forecasts, read by many
 * threads in one.
 */
final class Outlook {
    private final Map<Subject, Map<PersonId, List<Attestation>>> changed = new HashMap<>();

    /** The badges in an order in which each comes after those that it asks for; of those that ask for each other either may be first. */
    static List<Badge> order(InForce inForce) {
        Deque<Badge> order = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        inForce.badges().forEach(badge -> visit(badge, inForce, seen, order));
        return List.copyOf(order);
    }

    private static void visit(Badge badge, InForce inForce, Set<String> seen, Deque<Badge> order) {
        if (seen.add(badge.id())) {
            readers(badge, inForce)
                    .forEach(reader -> inForce.find(reader).ifPresent(found -> visit(found, inForce, seen, order)));
            order.addFirst(badge);
        }
    }

    /** The badges whose rules ask whether this one is held. */
    static List<String> readers(Badge badge, InForce inForce) {
        return inForce.badgesOf(holding(badge.id()));
    }

    private static Subject holding(String badge) {
        return new Subject(Topic.HOLDS, badge);
    }

    /** @param people their awards that would be valid, where these are not as now */
    void add(String badge, Map<PersonId, List<Attestation>> people) {
        changed.computeIfAbsent(holding(badge), subject -> new HashMap<>()).putAll(people);
    }

    /** Whether it asks, in one of its versions, for a badge that somebody would hold otherwise. */
    boolean concerns(Badge badge, InForce inForce) {
        return changed.entrySet().stream()
                .anyMatch(one -> !one.getValue().isEmpty()
                        && inForce.badgesOf(one.getKey()).contains(badge.id()));
    }

    /** Of whom something else would be attested about one of these. */
    Set<PersonId> people(Collection<Subject> subjects) {
        Set<PersonId> people = new HashSet<>();
        subjects.forEach(
                subject -> people.addAll(changed.getOrDefault(subject, Map.of()).keySet()));
        return people;
    }

    /** What would be known of somebody. */
    Cycles.Person foreseen(Cycles.Person person) {
        Set<Subject> others = new HashSet<>();
        List<Attestation> attested = new ArrayList<>();
        changed.forEach((subject, people) -> {
            List<Attestation> held = people.get(person.id());
            if (held != null) {
                others.add(subject);
                attested.addAll(held);
            }
        });
        person.attested().stream()
                .filter(one -> !others.contains(new Subject(one.topic(), one.subject())))
                .forEach(attested::add);
        return new Cycles.Person(person.id(), person.held(), person.facts(), attested);
    }
}
