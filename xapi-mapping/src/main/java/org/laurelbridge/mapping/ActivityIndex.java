package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    private final Map<String, List<Activity>> byLooks = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    ActivityIndex(Collection<Activity> activities) {
        for (Activity activity : activities) {
            activity.matches().forEach(match -> add(activity, match));
        }
    }

    private void add(Activity activity, Activity.Match match) {
        if (match instanceof Activity.Match.Id id) {
            put(byId, id.id(), activity);
            put(byLooks, looks(id.id()), activity);
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

    /** The activities that somebody could take an object for: their ids differ in what is easily overlooked, or it is a part of them. */
    Set<Activity> findAlike(String id, Collection<String> around) {
        Set<Activity> alike = new LinkedHashSet<>(byLooks.getOrDefault(looks(id), List.of()));
        around.forEach(whole -> alike.addAll(byId.getOrDefault(whole, List.of())));
        return alike;
    }

    /** Without scheme, www, fragment, a slash at the end and the case of letters. */
    private static String looks(String id) {
        int scheme = id.indexOf("://");
        int fragment = id.indexOf('#');
        String text = id.substring(
                        scheme < 0 ? 0 : scheme + 3, fragment < 0 ? id.length() : Math.max(fragment, scheme + 3))
                .toLowerCase(Locale.ROOT);
        String host = text.startsWith("www.") ? text.substring(4) : text;
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
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
