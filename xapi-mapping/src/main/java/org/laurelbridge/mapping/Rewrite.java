package org.laurelbridge.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the activity where a sender put something else into the object.
 *
 * @param attempt what tells the attempt; null leaves that to the other ways
 */
record Rewrite(Template object, Template activity, @Nullable Template attempt) {

    /** The activity that an object stands for, and the attempt that it names. */
    record Rewritten(String activity, @Nullable String attempt) {}

    Optional<Rewritten> apply(String objectId) {
        return object.match(objectId)
                .map(holes -> new Rewritten(activity.fill(holes), attempt == null ? null : attempt.fill(holes)));
    }
}
