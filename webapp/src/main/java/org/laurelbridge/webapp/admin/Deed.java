package org.laurelbridge.webapp.admin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurelbridge.bridge.record.ToldText;
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

    /** What a statement as it was sent calls its verb and its activity. */
    static SeenNames.Names names(String raw, String language) {
        try {
            JsonNode json = JsonMapper.shared().readTree(raw);
            return new SeenNames.Names(
                    told(json.at("/verb/display"), language), told(json.at("/object/definition/name"), language));
        } catch (JacksonException unreadable) {
            return new SeenNames.Names("", "");
        }
    }

    /** In the language, else in English, else as it was told first; empty for nothing. */
    private static String told(JsonNode names, String language) {
        String text = Stream.of(language, "en", "")
                .flatMap(wanted ->
                        names.properties().stream().filter(one -> one.getKey().startsWith(wanted)))
                .map(one -> one.getValue().asString(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
        return ToldText.line(text, LONGEST).orElse("");
    }

    private static String named(JsonNode object, String language) {
        String text = told(object.at("/definition/name"), language);
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
