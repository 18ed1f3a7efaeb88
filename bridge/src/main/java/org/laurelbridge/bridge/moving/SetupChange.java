package org.laurelbridge.bridge.moving;

import java.util.List;
import org.laurelbridge.bridge.map.LineDiff;
import org.laurelbridge.bridge.map.RuleChange;
import org.laurelbridge.bridge.map.RuleChange.What;

/**
 * What would become of one thing.
 *
 * @param name as people know it: {@code badge k8s-quiz@1 → 2}, or the name of a connection
 * @param lines that differ, as {@link RuleChange#lines}
 */
public record SetupChange(Setup.Part part, String name, What what, List<String> lines) {
    public SetupChange {
        lines = List.copyOf(lines);
    }

    static SetupChange of(RuleChange change) {
        return new SetupChange(Setup.Part.RULES, change.reference(), change.what(), change.lines());
    }

    /** @param before how it reads; empty when it is not there */
    static SetupChange of(Setup.Part part, String name, String before, String after) {
        What what = before.isEmpty() ? What.ADDED : after.isEmpty() ? What.TAKEN_OUT : What.CHANGED;
        return before.equals(after)
                ? new SetupChange(part, name, What.UNCHANGED, List.of())
                : new SetupChange(part, name, what, LineDiff.of(before, after));
    }
}
