package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.issue.picture.BadgeIcon;
import org.laurelbridge.bridge.issue.picture.PictureDesign;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the fields of a design, right or wrong.
 *
 * @param icon empty for none
 * @param lines as many as there may be; an empty one is left out of the picture
 * @param level empty for no ribbon
 */
public record DesignForm(
        String shape, Paint background, Paint edge, Paint ink, String icon, List<String> lines, String level) {

    public DesignForm {
        lines = List.copyOf(lines);
    }

    /** A design that can be drawn. */
    static DesignForm of(PictureDesign design) {
        return new DesignForm(
                design.shape().word(),
                new Paint(design.background().toString()),
                new Paint(design.edge().toString()),
                new Paint(design.ink().toString()),
                design.icon() == null ? "" : design.icon().word(),
                lines(design.text()),
                design.level() == null ? "" : design.level());
    }

    /** Where a badge without a picture of its own begins: its colours and title, and a star for a head. */
    static DesignForm fresh(Badge badge) {
        DesignForm plain = of(PictureDesign.titled(badge.id(), badge.title()));
        return new DesignForm(
                plain.shape, plain.background, plain.edge, plain.ink, BadgeIcon.STAR.word(), plain.lines, plain.level);
    }

    static DesignForm of(HttpServletRequest request) {
        return new DesignForm(
                field(request, "shape"),
                Paint.of(request, "background"),
                Paint.of(request, "edge"),
                Paint.of(request, "ink"),
                field(request, "icon"),
                IntStream.range(0, PictureDesign.MOST_LINES)
                        .mapToObj(i -> field(request, "text" + i))
                        .toList(),
                field(request, "level"));
    }

    /** As a design is read. */
    ObjectNode json() {
        ObjectNode design = JsonNodeFactory.instance
                .objectNode()
                .put("shape", shape)
                .put("background", background.hex())
                .put("edge", edge.hex())
                .put("ink", ink.hex());
        if (!icon.isEmpty()) {
            design.put("icon", icon);
        }
        ArrayNode text = design.putArray("text");
        written().forEach(i -> text.add(lines.get(i)));
        if (!level.isBlank()) {
            design.put("level", level);
        }
        return design;
    }

    /** What is wrong, by the name of its field; under the empty name what concerns all of them. */
    Map<String, String> byField(List<Problem> problems) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Problem problem : problems) {
            String sentence = "Found " + problem.found() + ", expected " + problem.expected() + ".";
            sentences.merge(field(problem.place()), sentence, (one, other) -> one + " " + other);
        }
        return sentences;
    }

    private String field(String place) {
        String name = place.startsWith("/") ? place.substring(1) : place;
        return name.startsWith("text/") ? "text" + written().get(Integer.parseInt(name.substring(5))) : name;
    }

    private List<Integer> written() {
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .boxed()
                .toList();
    }

    private static List<String> lines(List<String> text) {
        List<String> all = new ArrayList<>(text);
        while (all.size() < PictureDesign.MOST_LINES) {
            all.add("");
        }
        return all;
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /**
     * A colour, typed or picked.
     *
     * @param hex as it was typed
     */
    public record Paint(String hex) {
        private static final String NOT_PICKED = "#000000";

        /** What a field for picking shows, which shows colours alone. */
        public String picked() {
            return hex.matches("#[0-9A-Fa-f]{6}") ? hex : NOT_PICKED;
        }

        // no script keeps the two fields alike: the one that was changed counts, and of two changed ones what was typed
        static Paint of(HttpServletRequest request, String name) {
            String typed = field(request, name).strip();
            Paint before = new Paint(field(request, name + "-was"));
            String picked = field(request, name + "-picked");
            boolean isPicked = !picked.isEmpty() && !picked.equalsIgnoreCase(before.picked());
            return new Paint(typed.equals(before.hex) && isPicked ? picked : typed);
        }
    }
}
