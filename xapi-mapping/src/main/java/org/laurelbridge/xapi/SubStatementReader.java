package org.laurelbridge.xapi;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Statements told inside a statement (1.0.3 Data 2.4.4.3). They are never evidence, so read leniently no fault is grave. */
final class SubStatementReader {
    private static final Set<String> ALLOWED =
            Set.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");

    private final Checker check;
    private final Parts parts;

    SubStatementReader(Checker check, Parts parts) {
        this.check = check;
        this.parts = parts;
    }

    void check(ObjectNode json) {
        boolean before = check.excuse(true);
        parts.fields().object(json, ALLOWED, Clause.STATEMENT_OBJECT);
        parts.actors().either("actor", parts.fields().needed(json, "actor", Clause.STATEMENT_OBJECT));
        parts.verbs().read(parts.fields().needed(json, "verb", Clause.STATEMENT_OBJECT));
        StatementObject object =
                parts.objects().read(parts.fields().needed(json, "object", Clause.STATEMENT_OBJECT), null);
        parts.results().read(parts.fields().member(json, "result"));
        parts.contexts()
                .read(
                        parts.fields().member(json, "context"),
                        object == null || object instanceof StatementObject.Activity);
        parts.fields().time(json, "timestamp", Clause.TIMESTAMP);
        parts.attachments().read(parts.fields().member(json, "attachments"));
        check.excuse(before);
    }
}
