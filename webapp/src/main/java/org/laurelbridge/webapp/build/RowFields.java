package org.laurelbridge.webapp.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Input;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Row;
import org.laurelbridge.build.Sort;

/** Which fields of a condition a form shows. */
final class RowFields {
    private RowFields() {}

    /** Those that are shown at once, or those behind a door. */
    static List<Field> shown(Row row, String place, boolean rare) {
        return Sort.find(row.word()).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.isRare() == rare && field.input() != Input.LABEL)
                .filter(field -> !isChosenOtherwise(row, field))
                .filter(field -> !field.last().equals("inWindow") || place.startsWith(Posted.RENEWAL))
                .toList();
    }

    /** Badges are chosen in one way: one alone, or some of which so many are enough. */
    private static boolean isChosenOtherwise(Row row, Field field) {
        @Nullable
        Input other = switch (field.input()) {
            case BADGE -> Input.BADGES;
            case BADGES -> Input.BADGE;
            default -> null;
        };
        return other != null
                && row.values().getOrDefault(field.key(), "").isEmpty()
                && Sort.find(row.word()).map(Sort::fields).orElse(List.of()).stream()
                        .anyMatch(one -> one.input() == other
                                && !row.values().getOrDefault(one.key(), "").isEmpty());
    }
}
