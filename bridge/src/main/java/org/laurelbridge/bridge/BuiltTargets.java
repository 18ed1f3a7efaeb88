package org.laurelbridge.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.laurelbridge.bridge.deliver.Target;

/** Targets made of what administrators connected: each stays as long as what it was made of is the same. Safe for many threads. */
final class BuiltTargets<T> {
    private final Function<T, Target> build;
    private final Map<UUID, Built<T>> built = new HashMap<>();

    private record Built<T>(T from, Target target) {}

    BuiltTargets(Function<T, Target> build) {
        this.build = build;
    }

    synchronized Target of(UUID id, T from) {
        Built<T> known = built.get(id);
        if (known == null || !known.from().equals(from)) {
            known = new Built<>(from, build.apply(from));
            built.put(id, known);
        }
        return known.target();
    }
}
