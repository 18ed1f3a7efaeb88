package org.laurelbridge.webapp.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Input;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.build.Sort;

/** What stood where a copied rule has yet to choose an activity, so long as the copy asks for the same otherwise. */
final class Was {
    private final Function<String, String> title;
    private final Map<String, String> found = new LinkedHashMap<>();

    private Was(Function<String, String> title) {
        this.title = title;
    }

    /**
     * By the names of fields, as a form sends them; empty where the two are not alike any more.
     *
     * @param title of an activity, by its label
     */
    static Map<String, String> of(Sheet copy, Sheet original, Function<String, String> title) {
        Was was = new Was(title);
        boolean isAlike = was.look(Posted.ROOT, copy.when(), original.when())
                && was.look(Posted.RENEWAL, copy.renewal(), original.renewal());
        return isAlike ? was.found : Map.of();
    }

    /** Whether an activity is yet to be chosen. */
    static boolean lacksAny(@Nullable Row row) {
        return row != null
                && (activities(row).stream()
                                .anyMatch(field -> field.key().equals("on")
                                        && row.values()
                                                .getOrDefault(field.key(), "")
                                                .isEmpty())
                        || row.rows().stream().anyMatch(Was::lacksAny));
    }

    private boolean look(String place, @Nullable Row copy, @Nullable Row original) {
        if (copy == null || original == null) {
            return copy == null && original == null;
        }
        if (!copy.word().equals(original.word())
                || copy.rows().size() != original.rows().size()) {
            return false;
        }
        for (Field field : activities(copy)) {
            String label = original.values().getOrDefault(field.key(), "");
            boolean isLacking = copy.values().getOrDefault(field.key(), "").isEmpty();
            if (isLacking && !label.isEmpty()) {
                found.put(Posted.name(place, field.key()), title.apply(label));
            }
        }
        for (int part = 0; part < copy.rows().size(); part++) {
            if (!look(place + "-" + part, copy.rows().get(part), original.rows().get(part))) {
                return false;
            }
        }
        return true;
    }

    private static List<Field> activities(Row row) {
        return Optional.of(row.word()).flatMap(Sort::find).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.input() == Input.ACTIVITY)
                .toList();
    }
}
