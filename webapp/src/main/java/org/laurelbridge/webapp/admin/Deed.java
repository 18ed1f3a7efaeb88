package org.laurelbridge.webapp.admin;

import java.util.Map;
import java.util.Optional;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.webapp.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a statement says was done, for who has to know the actor by it.
 *
 * @param verb as {@code completed}
 * @param object what the mapping calls it; else its name in the reader's language, or its id
 * @param score as {@code 80 %}; empty for none
 * @param at as it was sent; empty for none
 */
public record Deed(String verb, String object, String score, String at) {
    private static final int LONGEST = 120;
    private static final int DAY = 10;

    /** Of a statement as it was sent; what cannot be read of it is empty. */
    static Deed of(String raw, Mapping mapping, Words words) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(raw);
        } catch (JacksonException unreadable) {
            return new Deed("", "", "", "");
        }
        JsonNode scaled = json.at("/result/score/scaled");
        return new Deed(
                last(json.at("/verb/id").asString("")),
                mapped(json.at("/object/id").asString(""), mapping)
                        .orElseGet(() -> named(json.path("object"), words.tag())),
                scaled.isNumber() ? Math.round(scaled.asDouble() * 100) + " %" : "",
                cut(json.path("timestamp").asString(""), DAY));
    }

    private static Optional<String> mapped(String id, Mapping mapping) {
        Map<String, String> titles = mapping.activities();
        return mapping.labels(id).stream().findFirst().map(label -> titles.getOrDefault(label, label));
    }

    private static String named(JsonNode object, String language) {
        JsonNode names = object.at("/definition/name");
        JsonNode name = names.properties().stream()
                .filter(one -> one.getKey().startsWith(language))
                .findFirst()
                .or(() -> names.properties().stream().findFirst())
                .map(Map.Entry::getValue)
                .orElse(names);
        String text = name.asString("");
        return cut(text.isBlank() ? object.path("id").asString("").replaceFirst("^[a-z]+://", "") : text, LONGEST);
    }

    /** The last part of an address, as {@code completed}. */
    static String last(String id) {
        return cut(id.replaceFirst("[/#?]+$", "").replaceFirst("^.*[/#]", ""), LONGEST);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
