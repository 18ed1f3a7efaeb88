package org.laurelbridge.webapp.teach;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.lti.Classes.Learner;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;

/** Finds those of a class who were asked for. Nothing is decided for it: what is known from the last time is read. */
record ClassFilter(ClassDesk desk, Approvals approvals) {

    /** Those badges that it is about. */
    static List<Badge> badges(ClassDesk.Pupils of, ClassPage.Asked asked) {
        List<Badge> one = of.badges().stream()
                .filter(badge -> badge.id().equals(asked.badge()))
                .toList();
        return one.isEmpty() ? of.badges() : one;
    }

    /** By name. */
    List<Learner> find(ClassDesk.Pupils of, ClassPage.Asked asked) {
        String words = asked.words().toLowerCase(Locale.ROOT);
        List<Learner> named = of.learners().stream()
                .filter(learner ->
                        ClassDesk.name(learner).toLowerCase(Locale.ROOT).contains(words))
                .toList();
        if (asked.isEverybody()) {
            return named;
        }
        Predicate<PersonId> isAsked = whom(
                named.stream().map(Learner::person).toList(),
                badges(of, asked).stream().map(Badge::id).toList(),
                asked.whom());
        return named.stream().filter(learner -> isAsked.test(learner.person())).toList();
    }

    private Predicate<PersonId> whom(List<PersonId> people, List<String> badges, ClassPage.Whom whom) {
        return switch (whom) {
            case EVERYBODY -> person -> true;
            case NEAR -> desk.teaching().standings().near(people, badges)::contains;
            case WAITING -> waiting(people, badges)::contains;
            case RETURNED -> approvals.returned(people, badges).keySet()::contains;
            case EARNED, EXPIRED, REVOKED ->
                desk.teaching().standings().standing(people, badges, whom.marks())::contains;
        };
    }

    private Set<PersonId> waiting(List<PersonId> people, List<String> badges) {
        Map<PersonId, Set<String>> returned = approvals.returned(people, badges);
        return desk.teaching().standings().waiting(people, badges).entrySet().stream()
                .filter(one -> {
                    Set<String> open = new HashSet<>(one.getValue());
                    open.removeAll(returned.getOrDefault(one.getKey(), Set.of()));
                    return !open.isEmpty();
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
