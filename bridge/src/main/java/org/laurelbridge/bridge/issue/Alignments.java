package org.laurelbridge.bridge.issue;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes alignments: Open Badges 2.0 and 3.0 name their members alike. */
public final class Alignments {

    private Alignments() {}

    /**
     * The alignments of an achievement.
     *
     * @param page of the achievement: where a code without an address of its own is explained
     * @param typed 3.0 gives each a type, in an array
     */
    public static ArrayNode write(List<Achievement.Alignment> alignments, String page, boolean typed) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Achievement.Alignment alignment : alignments) {
            ObjectNode node = array.addObject();
            if (typed) {
                node.putArray("type").add("Alignment");
            }
            node.put("targetName", alignment.framework() + " " + alignment.code());
            // the URL is required (Open Badges 3.0 §B.3)
            boolean isAddress = alignment.code().matches("https?://\\S+");
            node.put("targetUrl", isAddress ? alignment.code() : page + "#alignment");
            node.put("targetFramework", alignment.framework());
            node.put("targetCode", alignment.code());
        }
        return array;
    }
}
