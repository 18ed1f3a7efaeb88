package org.laurelbridge.bridge.issue.ob3;

import java.util.List;
import org.laurelbridge.bridge.issue.Endorsements;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts endorsements into what they are about, each as its issuer signed it, with its own contexts and proof: whoever takes it out
 * again can check it alone, and the proof around it covers it with its proof.
 */
record Embedded(Endorsements endorsements) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param document with an id, by which they are found */
    void into(ObjectNode document) {
        List<String> found = endorsements.list(document.path("id").asString());
        if (!found.isEmpty()) {
            ArrayNode array = document.putArray("endorsement");
            found.stream().limit(Endorsements.MOST).forEach(one -> array.add(JSON.readTree(one)));
        }
    }
}
