package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The objects of some arrays in a large JSON document, in memory one at a time and of each its wanted members alone. */
final class JsonRows {

    private static final int MOST_DEEP = 100;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEEP)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // a document of nothing but other names would fill the table of names
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .build();

    private final JsonParser parser;
    private final ItemSink sink;
    private final Layout layout;
    private final Rows rows;
    private final Set<String> seen = new HashSet<>();

    /**
     * Where the objects stand.
     *
     * @param wrappers members that the arrays may be inside of
     * @param arrays by their names, with the members that are wanted of their objects; a member of a member is {@code a.b}. An
     *     object instead of an array is as an array of one
     * @param main the array that must be there
     */
    record Layout(Set<String> wrappers, Map<String, Set<String>> arrays, String main) {}

    /** Takes the wanted members of one object, those that are texts, numbers or lists of them. */
    interface Rows {
        void row(String array, Map<String, String> members, String place);
    }

    private JsonRows(JsonParser parser, ItemSink sink, Layout layout, Rows rows) {
        this.parser = parser;
        this.sink = sink;
        this.layout = layout;
        this.rows = rows;
    }

    static void read(InputStream bytes, ItemSink sink, Layout layout, Rows rows) throws IOException {
        try (JsonParser parser = JSON.createParser(Utf8Text.afterMark(Utf8Text.of(bytes)))) {
            new JsonRows(parser, sink, layout, rows).read();
        } catch (CharacterCodingException noUtf8) {
            sink.problem(noUtf8("the beginning"));
        }
    }

    private void read() throws IOException {
        try {
            document();
        } catch (JacksonIOException failed) {
            if (!(failed.getCause() instanceof CharacterCodingException)) {
                throw failed.getCause();
            }
            sink.problem(noUtf8(here() + " or later"));
        } catch (JacksonException broken) {
            String message = String.valueOf(broken.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            String plain = message.replaceFirst(" ?\\((start marker at|for) .*$", "");
            sink.problem(new Problem(
                    here(), plain.length() > 200 ? plain.substring(0, 200) + "…" : plain, "JSON in UTF-8", "RFC 8259"));
        }
    }

    private static Problem noUtf8(String place) {
        return new Problem(place, "a byte that is no UTF-8", "JSON in UTF-8", "RFC 8259 8.1");
    }

    private void document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            sink.problem(new Problem("line 1", "something else", "a JSON object with \"" + layout.main() + "\"", ""));
            return;
        }
        members();
        if (!seen.contains(layout.main())) {
            sink.problem(new Problem("the file", "no array \"" + layout.main() + "\"", "an object with one", ""));
        }
        if (parser.nextToken() != null) {
            sink.problem(new Problem(place(), "more after the object", "the end", "RFC 8259"));
        }
    }

    private void members() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            Set<String> wanted = layout.arrays().get(name);
            if (token == JsonToken.START_ARRAY && wanted != null) {
                seen.add(name);
                array(name, wanted);
            } else if (token == JsonToken.START_OBJECT && layout.wrappers().contains(name)) {
                members();
            } else if (token == JsonToken.START_OBJECT && wanted != null) {
                object(name, wanted);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void array(String name, Set<String> wanted) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                object(name, wanted);
            } else {
                sink.problem(new Problem(place() + "/" + name, "something else", "an object", ""));
                parser.skipChildren();
            }
        }
    }

    private void object(String array, Set<String> wanted) {
        String place = place();
        Map<String, String> members = new LinkedHashMap<>();
        collect("", wanted, members);
        rows.row(array, members, place);
    }

    private void collect(String prefix, Set<String> wanted, Map<String, String> members) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            String path = prefix + name;
            if (token == JsonToken.START_OBJECT && prefix.isEmpty()) {
                collect(path + ".", wanted, members);
            } else {
                String text = wanted.contains(path) ? text(token) : null;
                if (text != null && !text.isBlank()) {
                    members.put(path, text.strip());
                } else if (token.isStructStart() && parser.currentToken() == token) {
                    parser.skipChildren();
                }
            }
        }
    }

    /** A text or a number; the texts and numbers of a list, with commas; null for anything else. */
    private @Nullable String text(JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            return token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getString() : null;
        }
        StringBuilder joined = new StringBuilder();
        for (JsonToken one = parser.nextToken(); one != JsonToken.END_ARRAY; one = parser.nextToken()) {
            if (one.isScalarValue() && one != JsonToken.VALUE_NULL && joined.length() < LONGEST_TEXT) {
                joined.append(joined.isEmpty() ? "" : ", ").append(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return joined.toString();
    }

    private String place() {
        return place(parser.currentTokenLocation());
    }

    private String here() {
        return place(parser.currentLocation());
    }

    private static String place(TokenStreamLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
