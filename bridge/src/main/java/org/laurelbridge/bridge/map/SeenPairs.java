package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.FactLog.Located;
import org.laurelbridge.mapping.RecordedStatement;
import org.laurelbridge.xapi.Result;
import org.laurelbridge.xapi.StatementObject;

/** Which verbs on which types of activity came last; where there was a score, on which activity. Reads the newest statements alone, however many there are. */
public final class SeenPairs {
    private static final int STATEMENTS = 1_000;
    private static final int MOST = 50;

    private final FactLog facts;

    public SeenPairs(FactLog facts) {
        this.facts = facts;
    }

    /**
     * A verb on a type of activity, or with a score on one activity: which score was reached only means something there.
     *
     * @param type empty where activities have none
     * @param count how often among the newest statements
     * @param newest the newest statement with it, about an activity
     */
    public record Seen(String verb, String type, long count, RecordedStatement newest) {
        /** The activity of the newest statement. */
        public String object() {
            return ((StatementObject.Activity) newest.statement().object()).id();
        }
    }

    /** The last 50 different ones among the newest statements, the newest first. */
    public List<Seen> list() {
        Map<List<String>, Seen> pairs = new LinkedHashMap<>();
        facts.load(facts.listNewest(STATEMENTS)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Located::seq).reversed())
                .forEach(located -> add(pairs, located.recorded()));
        return new ArrayList<>(pairs.values()).subList(0, Math.min(MOST, pairs.size()));
    }

    private static void add(Map<List<String>, Seen> pairs, @Nullable RecordedStatement recorded) {
        if (recorded == null || !(recorded.statement().object() instanceof StatementObject.Activity)) {
            return;
        }
        String verb = recorded.statement().verb().id();
        Set<String> types = recorded.activityTypes().isEmpty() ? Set.of("") : new TreeSet<>(recorded.activityTypes());
        for (String type : types) {
            Seen first = new Seen(verb, type, 1, recorded);
            pairs.merge(
                    List.of(verb, type, isScored(recorded) ? first.object() : ""),
                    first,
                    (known, more) -> new Seen(verb, type, known.count() + 1, known.newest()));
        }
    }

    private static boolean isScored(RecordedStatement recorded) {
        Result result = recorded.statement().result();
        return result != null && result.score() != null;
    }
}
