package org.laurelbridge.webapp.build;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of badges that were copied to another course, as it is kept.
 *
 * @param course its id
 * @param why why idnumbers are not known; an empty text where the platform has no web service for it
 */
public record CopyJson(String course, List<String> why, List<Copied> badges) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An activity, and the one in its place. */
    public record Pair(String from, String to) {}

    /**
     * A badge.
     *
     * @param path of its draft
     * @param lacking activities that nothing stands in the place of
     * @param kept whether a draft was there that somebody had changed since it was copied, so that it stays as it is
     */
    public record Copied(String title, String path, List<Pair> pairs, List<String> lacking, boolean kept) {}

    /** How many were copied indeed. */
    public long count() {
        return badges.stream().filter(badge -> !badge.kept()).count();
    }

    /** How many of those lack an activity. */
    public long lacking() {
        return badges.stream()
                .filter(badge -> !badge.kept() && !badge.lacking().isEmpty())
                .count();
    }

    String written() {
        ObjectNode json = JSON.createObjectNode().put("course", course);
        ArrayNode reasons = json.putArray("why");
        why.forEach(reasons::add);
        ArrayNode all = json.putArray("badges");
        badges.forEach(badge -> {
            ObjectNode one = all.addObject()
                    .put("title", badge.title())
                    .put("path", badge.path())
                    .put("kept", badge.kept());
            ArrayNode pairs = one.putArray("pairs");
            badge.pairs()
                    .forEach(pair -> pairs.addObject().put("from", pair.from()).put("to", pair.to()));
            ArrayNode lacking = one.putArray("lacking");
            badge.lacking().forEach(lacking::add);
        });
        return json.toString();
    }

    static CopyJson read(String json) {
        JsonNode read = JSON.readTree(json);
        List<Copied> badges = new ArrayList<>();
        for (JsonNode badge : read.path("badges")) {
            List<Pair> pairs = new ArrayList<>();
            badge.path("pairs").forEach(pair -> pairs.add(new Pair(text(pair, "from"), text(pair, "to"))));
            badges.add(new Copied(
                    text(badge, "title"),
                    text(badge, "path"),
                    pairs,
                    texts(badge.path("lacking")),
                    badge.path("kept").asBoolean(false)));
        }
        return new CopyJson(text(read, "course"), texts(read.path("why")), badges);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString("")));
        return texts;
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }
}
