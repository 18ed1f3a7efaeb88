package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.mapping.ScorePolicy.Conflict;
import org.laurelbridge.mapping.ScorePolicy.Field;
import org.laurelbridge.mapping.ScorePolicy.Negative;
import org.laurelbridge.mapping.SuccessPolicy.Contradiction;
import org.laurelbridge.mapping.SuccessPolicy.Voice;

/** Reads {@code score} and {@code success}. */
final class ScoreSection {
    private final MappingDraft draft;

    ScoreSection(MappingDraft draft) {
        this.draft = draft;
    }

    void score(Fields score) {
        ScorePolicy before = draft.score;
        List<Field> order = order(score, Field.values(), before.order());
        boolean symmetric = score.word("scaled", List.of("unit", "symmetric"))
                .map("symmetric"::equals)
                .orElse(before.symmetric());
        Negative negative = score.word("negative", words(Negative.values())).orElse(before.negative());
        boolean clamps = score.word("outside", List.of("clamp", "reject"))
                .map("clamp"::equals)
                .orElse(before.clamps());
        BigDecimal[] above = {before.above()};
        Conflict[] then = {before.conflict()};
        score.fields("conflict").ifPresent(conflict -> {
            above[0] = conflict.percent("above").orElse(before.above());
            then[0] = conflict.word("then", words(Conflict.values())).orElse(before.conflict());
            conflict.finish();
        });
        Set<String> ignoredWith = new HashSet<>(before.ignoredWith());
        ignoredWith.addAll(score.texts("scaledIgnoredWith"));
        score.entries("grades")
                .forEach(entry -> score.values()
                        .percent(entry.value())
                        .ifPresent(percent -> draft.grades.put(entry.key(), Percent.of(percent))));
        score.finish();
        draft.score = new ScorePolicy(order, symmetric, negative, clamps, above[0], then[0], ignoredWith);
    }

    void success(Fields success) {
        SuccessPolicy before = draft.success;
        List<Voice> order = order(success, Voice.values(), before.order());
        Contradiction contradiction =
                success.word("contradiction", words(Contradiction.values())).orElse(before.contradiction());
        success.finish();
        draft.success = new SuccessPolicy(order, contradiction);
    }

    private static <T extends Enum<T>> List<T> order(Fields fields, T[] all, List<T> before) {
        List<T> order = new ArrayList<>();
        fields.list("order")
                .forEach(node -> fields.values().word(node, words(all)).ifPresent(order::add));
        return order.isEmpty() ? before : order;
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] all) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T one : all) {
            words.put(one.name().toLowerCase(Locale.ROOT), one);
        }
        return words;
    }
}
