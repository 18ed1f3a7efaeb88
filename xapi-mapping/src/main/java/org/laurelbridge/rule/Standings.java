package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;

/**
 * The visible facts of one learner as they stand: without what cmi5 forbids, after their regrades. Who believes one source alone has
 * only its facts sifted and regraded, so that no stranger changes them. For one thread.
 */
final class Standings {
    private final Map<String, List<Fact>> visible;
    private final Map<Believed, Sifted> sifted = new HashMap<>();
    private final Map<Believed, List<StandingFact>> standing = new HashMap<>();

    private record Believed(String activity, @Nullable String from) {}

    /** @param visible by activity, in order */
    Standings(Map<String, List<Fact>> visible) {
        this.visible = visible;
    }

    /** The facts of a scope's activity that its source told, in order. */
    List<StandingFact> of(Scope scope) {
        return of(new Believed(scope.on(), scope.from()));
    }

    private List<StandingFact> of(Believed believed) {
        return standing.computeIfAbsent(
                believed, key -> Regrades.applied(sifted(key).counting()));
    }

    private Sifted sifted(Believed believed) {
        return sifted.computeIfAbsent(believed, key -> Sifted.of(told(key)));
    }

    private List<Fact> told(Believed believed) {
        List<Fact> all = visible.getOrDefault(believed.activity(), List.of());
        String from = believed.from();
        return from == null
                ? all
                : all.stream().filter(fact -> fact.sources().contains(from)).toList();
    }

    /** All of them, whoever told. */
    Stream<StandingFact> all() {
        return visible.keySet().stream().flatMap(activity -> of(new Believed(activity, null)).stream());
    }

    /** What counts nowhere; of one activity in order. */
    List<LeftOut> leftOut() {
        List<LeftOut> leftOut = new ArrayList<>();
        visible.keySet()
                .forEach(activity ->
                        leftOut.addAll(sifted(new Believed(activity, null)).leftOut()));
        return List.copyOf(leftOut);
    }
}
