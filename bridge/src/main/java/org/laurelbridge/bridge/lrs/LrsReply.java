package org.laurelbridge.bridge.lrs;

import java.util.function.Function;

/** What came of asking an LRS. */
public sealed interface LrsReply<T> {

    /** One function for each answer. */
    <R> R fold(Function<T, R> got, Function<LrsFailure, R> failed);

    /** It answered. */
    record Got<T>(T value) implements LrsReply<T> {
        @Override
        public <R> R fold(Function<T, R> got, Function<LrsFailure, R> failed) {
            return got.apply(value);
        }
    }

    /** It did not. */
    record Failed<T>(LrsFailure failure) implements LrsReply<T> {
        @Override
        public <R> R fold(Function<T, R> got, Function<LrsFailure, R> failed) {
            return failed.apply(failure);
        }
    }
}
