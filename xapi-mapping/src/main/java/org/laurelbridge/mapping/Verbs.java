package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Context;
import org.laurelbridge.xapi.Statement;

/** Which kind a statement's verb is. Of several rules for a verb the latest whose condition holds wins. */
final class Verbs {
    private final Map<String, List<Rule>> byIri = new HashMap<>();

    /**
     * A verb as a kind.
     *
     * @param instructor only with an instructor in the context
     * @param category only with this activity among the context's categories; null for any
     * @param extension only with this extension in the context; null for any
     */
    record Rule(
            Kind kind,
            boolean instructor,
            @Nullable String category,
            @Nullable String extension) {
        boolean holds(Statement statement) {
            Context context = statement.context();
            return (!instructor || (context != null && context.instructor() != null))
                    && (category == null || hasCategory(context, category))
                    && (extension == null
                            || (context != null && context.extensions().has(extension)));
        }
    }

    void add(String iri, Rule rule) {
        byIri.computeIfAbsent(iri, any -> new ArrayList<>()).add(0, rule);
    }

    Kind kind(Statement statement) {
        return byIri.getOrDefault(statement.verb().id(), List.of()).stream()
                .filter(rule -> rule.holds(statement))
                .map(Rule::kind)
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The kinds that are not canonical. */
    Set<Kind> own() {
        Set<Kind> own = new LinkedHashSet<>();
        byIri.values().forEach(rules -> rules.forEach(rule -> own.add(rule.kind())));
        Kind.CANONICAL.forEach(own::remove);
        return own;
    }

    static boolean hasCategory(@Nullable Context context, String category) {
        return context != null
                && context.category().stream()
                        .anyMatch(activity -> activity.id().equals(category));
    }
}
