package org.laurelbridge.xapi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The verb (1.0.3 Data 2.4.3). Its display never identifies it, so faults there never make a statement unusable. */
final class VerbReader {
    private static final Set<String> ALLOWED = Set.of("id", "display");

    private final Checker check;
    private final Fields fields;
    private final Maps maps;

    VerbReader(Checker check, Fields fields) {
        this.check = check;
        this.fields = fields;
        this.maps = new Maps(check, fields);
    }

    @Nullable
    Verb read(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        check.enter("verb");
        ObjectNode verb = fields.object(node, ALLOWED, Clause.VERB);
        String id = null;
        if (verb != null) {
            id = fields.neededIri(verb, "id", Clause.VERB);
            boolean before = check.excuse(true);
            maps.languageMap(verb, "display", Clause.VERB);
            check.excuse(before);
        }
        check.leave();
        return id == null ? null : new Verb(id);
    }
}
