package org.laurelbridge.bridge.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Chances, and the pieces of documents: maps, lists, text, numbers and truths as Java has them. */
record Dice(Random random) {

    /** One time in so many. */
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int from(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    List<Object> some(int most, Supplier<?> item) {
        List<Object> items = new ArrayList<>();
        for (int left = from(1, most); left > 0; left--) {
            items.add(item.get());
        }
        return items;
    }

    /** Sometimes. */
    void maybe(Map<String, Object> map, String key, Supplier<?> value) {
        if (oneIn(3)) {
            map.put(key, value.get());
        }
    }

    static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    static Map<String, Object> map(String key, Object value, String next, Object other) {
        Map<String, Object> map = map(key, value);
        map.put(next, other);
        return map;
    }

    String day() {
        return "2026-0" + from(1, 9) + "-" + from(10, 28);
    }

    String percent() {
        return one("80%", "0 %", "79.5%", "100%", "100.00 %", "-20%", "007%");
    }

    Object span() {
        return one("90s", "2m", "48h", "90d", "2 w", "6mo", "1y", "0", 0, " 3d ");
    }

    Object length() {
        return one("90s", "2m", "48h", "90d", "2w", "0d", 0);
    }

    String iri() {
        return one("https://lms.example/a?id=4", "urn:x:y", "http://verb.example/seen");
    }
}
