package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.xapi.Addition;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Sameness;
import tools.jackson.databind.node.ObjectNode;

/** Compares as the specification does: with every copy that is kept, so that it does not matter which of them came first. */
final class SameStatement implements CopyRule {

    private final Sameness sameness = new Sameness();
    private final Json json = new Json();

    @Override
    public Verdict judge(List<String> kept, String copy) {
        if (kept.contains(copy)) {
            return Verdict.SAME;
        }
        ObjectNode other = read(copy);
        List<Addition> additions = new ArrayList<>();
        boolean repeats = false;
        for (String body : kept) {
            ObjectNode one = read(body);
            if (!sameness.same(one, other)) {
                return Verdict.DIFFERS;
            }
            Addition addition = sameness.addition(one, other);
            if (addition == null) {
                repeats = true;
            } else {
                additions.add(addition);
            }
        }
        return !repeats && isNews(additions) ? Verdict.ADDS : Verdict.SAME;
    }

    // news is what none of the kept copies says
    private static boolean isNews(List<Addition> additions) {
        return additions.stream().allMatch(addition -> addition.timestamp() != null)
                || additions.stream().allMatch(addition -> addition.activityType() != null);
    }

    private ObjectNode read(String raw) {
        if (json.read(raw) instanceof Json.Parsed.Value value && value.node() instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a statement that was read once cannot be read again");
    }
}
