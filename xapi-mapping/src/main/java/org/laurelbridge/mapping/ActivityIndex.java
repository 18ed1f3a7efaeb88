package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the activities that an object is, by hash and by start, however many there are. */
final class ActivityIndex {
    private final Map<String, List<Activity>> byId = new HashMap<>();
    private final Map<String, List<Activity>> byStart = new HashMap<>();
    private final Map<String, List<Like>> byLiteralStart = new HashMap<>();
    private final Map<String, List<Typed>> byType = new HashMap<>();
    private final Map<String, List<Activity>> byPublisher = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    ActivityIndex(Collection<Activity> activities) {
        for (Activity activity : activities) {
            activity.matches().forEach(match -> add(activity, match));
        }
    }

    private void add(Activity activity, Activity.Match match) {
        if (match instanceof Activity.Match.Id id) {
            put(byId, id.id(), activity);
        } else if (match instanceof Activity.Match.IdStarts starts) {
            put(byStart, starts.start(), activity);
            lengths.add(starts.start().length());
        } else if (match instanceof Activity.Match.IdLike like) {
            String start = like.pieces().get(0);
            put(byLiteralStart, start, new Like(activity, like));
            lengths.add(start.length());
        } else if (match instanceof Activity.Match.Type type) {
            put(byType, type.type(), new Typed(activity, type));
        } else if (match instanceof Activity.Match.Publisher publisher) {
            put(byPublisher, publisher.id(), activity);
        }
    }

    /**
     * The activities that an object is, each once.
     *
     * @param id in its compared form
     * @param around ids of parent and grouping, in their compared form
     */
    Set<Activity> find(String id, Collection<String> types, Collection<String> around) {
        Set<Activity> found = new LinkedHashSet<>(byId.getOrDefault(id, List.of()));
        for (int length : lengths.headSet(id.length(), true)) {
            String start = id.substring(0, length);
            found.addAll(byStart.getOrDefault(start, List.of()));
            for (Like like : byLiteralStart.getOrDefault(start, List.of())) {
                if (like.match().matches(id)) {
                    found.add(like.activity());
                }
            }
        }
        for (String type : types) {
            for (Typed typed : byType.getOrDefault(type, List.of())) {
                if (typed.match().under() == null
                        || around.contains(typed.match().under())) {
                    found.add(typed.activity());
                }
            }
        }
        return found;
    }

    /** The activities with this publisher id. */
    List<Activity> findByPublisher(String id) {
        return byPublisher.getOrDefault(id, List.of());
    }

    private static <T> void put(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    private record Typed(Activity activity, Activity.Match.Type match) {}

    private record Like(Activity activity, Activity.Match.IdLike match) {}
}
