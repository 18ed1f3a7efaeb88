package org.laurelbridge.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Structure;

/** Reads what cmi5 adds to {@code satisfied}: {@code level}, {@code waived} and {@code derive}. */
record Cmi5Reader(Vocabulary vocabulary, ScopeReader scopes, Problems problems) {
    private static final Map<String, Cmi5.Level> LEVELS = levels();

    /**
     * A condition of these fields. Unless it says so, a waiver satisfies only where moveOn is derived, since there cmi5 counts it as
     * met (9.3.9): an LMS that says "satisfied" has counted the waivers already.
     */
    Optional<Condition> satisfied(Fields fields) {
        Optional<Scope> scope = scopes.narrowed(fields);
        Optional<Cmi5.Level> level = fields.word("level", LEVELS);
        Optional<String> waived = fields.word("waived", List.of("accept", "ignore"));
        boolean derives = fields.word("derive", List.of("moveOn")).isPresent();
        fields.finish();
        return scope.flatMap(narrowed -> {
            boolean accepts = waived.map("accept"::equals).orElse(derives);
            Optional<Structure> structure = vocabulary.structure(narrowed.on());
            structure.ifPresent(known -> level.ifPresent(said -> tellOtherLevel(said, known, fields)));
            Satisfied said = new Satisfied(narrowed, level.orElse(null), accepts);
            return derives ? derived(said, structure, fields) : Optional.of(said);
        });
    }

    private void tellOtherLevel(Cmi5.Level said, Structure structure, Fields fields) {
        if (said != structure.level()) {
            fields.node("level")
                    .ifPresent(node ->
                            problems.add(node, structure.level().word() + ", which it is in its course structure"));
        }
    }

    private Optional<Condition> derived(Satisfied said, Optional<Structure> structure, Fields fields) {
        if (structure.filter(Structure::asksForSomething).isPresent()) {
            return structure.map(known -> Derived.of(said, known));
        }
        if (structure.isEmpty() && !vocabulary.knowsStructures()) {
            return Optional.of(new Derived(said, null));
        }
        String found = structure.isPresent()
                ? "moveOn of \"" + said.on() + "\", for which nothing needs to be done (NotApplicable)"
                : "moveOn of \"" + said.on() + "\", which is in no course structure";
        String expected = structure.isPresent()
                ? "a unit that must be passed or completed"
                : "an activity with \"structure\" in the mapping, or one listed in it";
        fields.node("derive").map(Node::place).ifPresent(place -> problems.add(place, found, expected));
        return Optional.empty();
    }

    private static Map<String, Cmi5.Level> levels() {
        Map<String, Cmi5.Level> levels = new LinkedHashMap<>();
        for (Cmi5.Level level : Cmi5.Level.values()) {
            levels.put(level.word(), level);
        }
        return levels;
    }
}
