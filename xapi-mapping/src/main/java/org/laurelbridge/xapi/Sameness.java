package org.laurelbridge.xapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whether two copies under one id are the same statement, and what the second tells that the first does not. */
public final class Sameness {

    /**
     * Whether nothing that counts differs (1.0.3 Data 2.3.1, 2.0 §4.2.7). A timestamp counts, as an instant, when both have
     * one; durations are compared with seconds cut to two decimals, otherwise as text; numbers by value.
     */
    public boolean same(ObjectNode first, ObjectNode second) {
        return sameMoment(Essence.text(first, "timestamp"), Essence.text(second, "timestamp"))
                && Essence.of(first).equals(Essence.of(second));
    }

    /** What the second of two copies that are the same adds to the first; null when nothing. */
    public @Nullable Addition addition(ObjectNode first, ObjectNode second) {
        String timestamp = Essence.text(second, "timestamp");
        Instant moment =
                Essence.text(first, "timestamp") != null || timestamp == null ? null : Timestamp.parse(timestamp);
        String type = activityType(second);
        String added = type == null || type.equals(activityType(first)) ? null : type;
        return moment == null && added == null ? null : new Addition(moment, added);
    }

    private static boolean sameMoment(@Nullable String first, @Nullable String second) {
        if (first == null || second == null || first.equals(second)) {
            return true;
        }
        Instant moment = Timestamp.parse(first);
        return moment != null && moment.equals(Timestamp.parse(second));
    }

    private static @Nullable String activityType(ObjectNode statement) {
        boolean ofActivity = statement.get("object") instanceof ObjectNode object
                && "Activity".equals(object.path("objectType").asString("Activity"));
        return ofActivity ? statement.at("/object/definition/type").stringValue(null) : null;
    }
}
