package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/**
 * The facts of one activity without those that cmi5 forbids: "failed" after "passed" for one AU in one registration (cmi5 9.3), and
 * whatever comes of a launch in mode Browse or Review (10.2.2). Time and id decide what is after, never arrival.
 */
record Sifted(List<Fact> counting, List<LeftOut> leftOut) {
    /** What such a launch consists of, and nobody expects to count. */
    private static final Set<Kind> SESSION = Set.of(Kind.LAUNCHED, Kind.INITIALIZED, Kind.TERMINATED);

    private record Enrolment(String au, UUID registration) {}

    static Sifted of(List<Fact> inOrder) {
        // cmi5 forbids nothing where nobody speaks it, and most do not
        return inOrder.stream().allMatch(fact -> fact.cmi5() == null)
                ? new Sifted(inOrder, List.of())
                : sifted(inOrder);
    }

    private static Sifted sifted(List<Fact> inOrder) {
        Set<String> practice = practice(inOrder);
        Set<Enrolment> passed = new HashSet<>();
        List<Fact> counting = new ArrayList<>(inOrder.size());
        List<LeftOut> leftOut = new ArrayList<>();
        for (Fact fact : inOrder) {
            Enrolment enrolment = enrolment(fact);
            if (isPractice(fact.cmi5(), practice)) {
                if (!SESSION.contains(fact.kind())) {
                    leftOut.add(LeftOut.of(
                            fact, Phrase.of("leftOut.practice", fact.kind().name(), fact.at())));
                }
            } else if (fact.kind().equals(Kind.FAILED) && passed.contains(enrolment)) {
                leftOut.add(LeftOut.of(fact, Phrase.of("leftOut.failedAfterPassed", fact.at())));
            } else {
                counting.add(fact);
                if (enrolment != null && fact.kind().equals(Kind.PASSED)) {
                    passed.add(enrolment);
                }
            }
        }
        return new Sifted(counting, leftOut);
    }

    private static Set<String> practice(List<Fact> facts) {
        return facts.stream()
                .map(Fact::cmi5)
                .filter(cmi5 -> cmi5 != null && cmi5.practice())
                .map(cmi5 -> Objects.requireNonNull(cmi5).session())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean isPractice(@Nullable Cmi5 cmi5, Set<String> sessions) {
        return cmi5 != null && (cmi5.practice() || (cmi5.session() != null && sessions.contains(cmi5.session())));
    }

    private static @Nullable Enrolment enrolment(Fact fact) {
        Cmi5 cmi5 = fact.cmi5();
        return cmi5 == null || !cmi5.own() || fact.registration() == null
                ? null
                : new Enrolment(fact.object(), fact.registration());
    }
}
