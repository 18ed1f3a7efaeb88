package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many who do the same at once. */
final class AtOnce {
    private static final int MANY = 20;

    private AtOnce() {}

    /** What those got who got anything. */
    static <T> List<T> taken(Supplier<Optional<T>> take) {
        return IntStream.range(0, MANY)
                .parallel()
                .mapToObj(i -> take.get())
                .flatMap(Optional::stream)
                .toList();
    }
}
