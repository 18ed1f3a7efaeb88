package org.laurelbridge.bridge.send;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.send.Renewal.Pass;

/** Does something in a backpack: with the token that holds, or, once, with another where that is not taken. */
final class Visiting {

    private final Renewal renewal;

    Visiting(Renewal renewal) {
        this.renewal = renewal;
    }

    /**
     * What came of it.
     *
     * @param work with the token
     * @param refusal why the token was not taken; null when it was
     * @param outside what comes of not getting in
     */
    <T> T visit(
            Backpack backpack,
            Function<String, T> work,
            Function<T, @Nullable String> refusal,
            Function<Pass, T> outside) {
        Pass pass = renewal.pass(backpack);
        if (!(pass instanceof Pass.Bearer first)) {
            return outside.apply(pass);
        }
        T done = work.apply(first.token());
        String why = refusal.apply(done);
        if (why == null) {
            return done;
        }
        Pass next = renewal.another(backpack, first, why);
        if (!(next instanceof Pass.Bearer second)) {
            return outside.apply(next);
        }
        T again = work.apply(second.token());
        String still = refusal.apply(again);
        return still == null ? again : outside.apply(renewal.lost(backpack, second.mark(), still));
    }
}
