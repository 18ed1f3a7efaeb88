package org.laurelbridge.xapi;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where and under what circumstances (xAPI 1.0.3 Data 2.4.6).
 *
 * @param statement the statement that this one builds on
 * @param extensions empty when there are none
 */
public record Context(
        @Nullable UUID registration,
        @Nullable Actor instructor,
        List<StatementObject.Activity> parent,
        List<StatementObject.Activity> grouping,
        List<StatementObject.Activity> category,
        List<StatementObject.Activity> other,
        @Nullable UUID statement,
        ObjectNode extensions) {

    public Context {
        parent = List.copyOf(parent);
        grouping = List.copyOf(grouping);
        category = List.copyOf(category);
        other = List.copyOf(other);
    }
}
