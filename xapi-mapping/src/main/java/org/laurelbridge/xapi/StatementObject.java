package org.laurelbridge.xapi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the statement is about (xAPI 1.0.3 Data 2.4.4). */
public sealed interface StatementObject {

    /**
     * An activity.
     *
     * @param id an absolute IRI, as sent
     * @param type the IRI of its type, null when its definition names none
     */
    record Activity(String id, @Nullable String type) implements StatementObject {}

    /** A person or a group as the object. */
    record ActorObject(Actor actor) implements StatementObject {}

    /** Another statement, which may not be known here. */
    record StatementRef(UUID id) implements StatementObject {}

    /** A statement told, not made: never evidence (xAPI 1.0.3 Data 2.4.4.3). */
    record SubStatement(ObjectNode json) implements StatementObject {}
}
