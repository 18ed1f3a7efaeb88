package org.laurelbridge.rule;

import java.util.List;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/**
 * The facts that are gathered: of some kinds, about one activity.
 *
 * @param kinds canonical, a mapping's own, or the IRIs of verbs; empty for all but regrades, which say nothing by themselves
 */
public record Sort(List<Kind> kinds, Scope scope) {
    public Sort {
        kinds = List.copyOf(kinds);
    }

    boolean has(Fact fact) {
        return kinds.isEmpty()
                ? !fact.kind().equals(Kind.REGRADED)
                : kinds.stream().anyMatch(kind -> is(kind, fact));
    }

    static boolean is(Kind kind, Fact fact) {
        return fact.kind().equals(kind) || fact.verb().equals(kind.name());
    }

    /** As the object of a sentence. */
    Phrase phrase() {
        Phrase.Activity on = new Phrase.Activity(scope.on());
        return kinds.isEmpty() ? Phrase.of("sort.any", on) : Phrase.of("sort.kinds", new Phrase.Kinds(kinds), on);
    }
}
