package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes one thing in a document: a key that goes or is misspelt, a value of another sort, size, or spelling, and so on. */
final class Mutation {
    private final Dice dice;
    private final List<Map<String, Object>> maps = new ArrayList<>();
    private final List<List<Object>> lists = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Mutation(Dice dice) {
        this.dice = dice;
    }

    /** Another document, with one change; the one given stays as it is. */
    static Object of(Object document, Dice dice) {
        Mutation mutation = new Mutation(dice);
        Object copy = mutation.copy(document);
        mutation.change();
        return copy;
    }

    /** A document with one key misspelt. */
    record Misspelling(Object document, String right, String written) {
        /** Short words may be near to others, and without its kind nobody knows what the words of a document are. */
        boolean isClear() {
            return right.length() > 3 && !right.equals("kind");
        }
    }

    static Misspelling misspelling(Object document, Dice dice) {
        Mutation mutation = new Mutation(dice);
        Object copy = mutation.copy(document);
        Map<String, Object> map =
                dice.oneOf(mutation.maps.stream().filter(one -> !one.isEmpty()).toList());
        String right = dice.oneOf(List.copyOf(map.keySet()));
        String written = misspelt(right, dice);
        map.put(written, map.remove(right));
        return new Misspelling(copy, right, written);
    }

    private Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), copy(inner)));
            maps.add(copy);
            keys.addAll(copy.keySet());
            values.addAll(map.values());
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(copy(inner)));
            lists.add(copy);
            return copy;
        }
        return value;
    }

    private void change() {
        if (!lists.isEmpty() && dice.oneIn(6)) {
            changeList(dice.oneOf(lists));
            return;
        }
        Map<String, Object> map =
                dice.oneOf(maps.stream().filter(one -> !one.isEmpty()).toList());
        String key = dice.oneOf(List.copyOf(map.keySet()));
        switch (dice.from(0, 6)) {
            case 0 -> map.remove(key);
            case 1 -> map.put(dice.oneIn(2) ? misspelt(key, dice) : dice.oneOf(keys), map.remove(key));
            case 2 -> map.put(dice.oneOf(keys), dice.oneOf(values));
            default -> map.put(key, other(map.get(key)));
        }
    }

    private void changeList(List<Object> list) {
        int at = dice.from(0, list.size() - 1);
        switch (dice.from(0, 2)) {
            case 0 -> list.add(list.get(at));
            case 1 -> list.remove(at);
            default -> list.set(at, other(list.get(at)));
        }
    }

    private Object other(Object value) {
        if (dice.oneIn(4)) {
            return dice.oneOf(values);
        }
        if (value instanceof Number && dice.oneIn(2)) {
            return dice.one(-1, 0, 0.5, 1.0, 3660, 3661, 36_501, 1_000_001, 2_147_483_648L, 100, 101);
        }
        if (value instanceof String text && dice.oneIn(2)) {
            return dice.oneIn(2) ? misspelt(text, dice) : text(dice);
        }
        return dice.one(
                5, true, "text", "", List.of(), List.of("text"), List.of(1), Map.of(), Map.of("on", "exam"), 0, -0.5);
    }

    private static String text(Dice dice) {
        return dice.one(
                "0",
                "0d",
                "0y",
                "1y",
                "5 q",
                "1000000d",
                "80",
                "101%",
                "-5%",
                "%",
                "1e2%",
                "0.000000000000000000001%",
                "null",
                "2026-13-01",
                "2026-02-30",
                "2026-3-1",
                "+12026-03-01",
                "2026-03-01T25:00:00Z",
                "2026-03-01T10:00Z",
                ":x",
                "x:**",
                "x:{a",
                "x:{a}{b}",
                "x:{root}",
                "x}:{a}",
                "{root}x{root}",
                "other",
                "voided",
                "Own Kind",
                "a://b",
                "a".repeat(101),
                "score",
                "evidence",
                "exam ");
    }

    /** One letter gone, doubled, or swapped with the next. */
    static String misspelt(String word, Dice dice) {
        if (word.length() < 2) {
            return word + word;
        }
        int at = dice.from(0, word.length() - 2);
        return switch (dice.from(0, 2)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
