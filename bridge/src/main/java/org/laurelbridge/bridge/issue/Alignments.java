package org.laurelbridge.bridge.issue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes alignments: Open Badges 2.0 and 3.0 name their members alike. What Open Badges 3.0 has no term for is an alignment of a type
 * of our own as well ({@code ext:workload}), so that programs find it: that is how the specification lets lists be extended, and
 * needs no context that readers would not know.
 */
public final class Alignments {

    private static final String MICRO_CREDENTIALS = "European approach to micro-credentials, Annex I";
    private static final String EQF = "European Qualifications Framework";
    // EU vocabulary "Mode of learning and assessment"
    private static final Map<String, String> MODES = Map.of(
            "online", "http://data.europa.eu/snb/learning-assessment/920fbb3cbe",
            "on-site", "http://data.europa.eu/snb/learning-assessment/9191af2ed9",
            "blended", "http://data.europa.eu/snb/learning-assessment/e92d221e4d");

    private Alignments() {}

    /**
     * The alignments of an achievement as 3.0 has them, each with its types.
     *
     * @param page of the achievement: where a code without an address of its own is explained
     */
    public static ArrayNode ofOb3(Achievement achievement, String page) {
        ArrayNode array = write(achievement.align(), page, true);
        achievement.elements().stream()
                .filter(element -> !element.kind().hasTerm())
                .forEach(element -> element(array.addObject(), element, page));
        return array;
    }

    /** The same as 2.0 has them: without types, so without what only a type could tell. */
    public static ArrayNode ofOb2(Achievement achievement, String page) {
        return write(achievement.align(), page, false);
    }

    private static ArrayNode write(List<Achievement.Alignment> alignments, String page, boolean typed) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Achievement.Alignment alignment : alignments) {
            ObjectNode node = array.addObject();
            if (typed) {
                node.putArray("type").add("Alignment");
            }
            node.put("targetName", alignment.title());
            // the URL is required (Open Badges 3.0 §B.3)
            node.put("targetUrl", alignment.address().orElse(page + "#alignment"));
            put(node, "targetDescription", alignment.description());
            node.put("targetFramework", alignment.framework());
            node.put("targetCode", alignment.code());
            if (typed) {
                put(node, "targetType", alignment.type());
            }
        }
        return array;
    }

    private static void element(ObjectNode node, Element element, String page) {
        String word = element.kind().word();
        node.putArray("type").add("Alignment");
        node.put("targetName", element.label());
        node.put("targetUrl", address(element).orElse(page + "#" + word));
        node.put("targetDescription", String.join("\n", element.values()));
        node.put("targetFramework", element.kind() == Element.Kind.EQF ? EQF : MICRO_CREDENTIALS);
        put(node, "targetCode", element.code());
        node.put("targetType", "ext:" + word);
    }

    private static Optional<String> address(Element element) {
        Optional<String> code = Optional.ofNullable(element.code());
        return switch (element.kind()) {
            case EQF -> code.map("http://data.europa.eu/snb/eqf/"::concat);
            case PARTICIPATION -> code.map(MODES::get);
            default -> Optional.empty();
        };
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
