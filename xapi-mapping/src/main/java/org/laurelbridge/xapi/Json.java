package org.laurelbridge.xapi;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way JSON of others is read: RFC 8259 in UTF-8, every number an exact decimal, and nothing that could hang a
 * reader. Refused with line and column: invalid UTF-8, a key twice in one object (xAPI 1.0.3 Data 2.2), a second value
 * after the first, nesting over {@value #MOST_DEEP}, numbers longer than {@value #LONGEST_NUMBER} characters or with an
 * exponent beyond ±{@value #LARGEST_EXPONENT}, strings over the bound. Safe for many threads.
 */
public final class Json {
    public static final int MOST_DEEP = 100;
    public static final int LONGEST_NUMBER = 100;
    public static final int LARGEST_EXPONENT = 30;
    private static final int LONGEST_STRING = 4_000_000;

    private final JsonMapper mapper;

    /** Bounds strings at four million characters. */
    public Json() {
        this(LONGEST_STRING);
    }

    /** Bounds strings, and a tenth of it the names of members, at so many characters. */
    public Json(int longestString) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(10 * MOST_DEEP)
                .maxNumberLength(10 * LONGEST_NUMBER)
                .maxStringLength(longestString)
                .maxNameLength(Math.max(1, longestString / 10))
                .build();
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        // or bytes of UTF-16 would pass for UTF-8
                        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                        .build())
                .build();
    }

    /** What came of reading. */
    public sealed interface Parsed {
        /** A value. */
        record Value(JsonNode node) implements Parsed {}

        /** No JSON that may be read; the place is line, column and, where known, byte. */
        record Broken(Problem problem) implements Parsed {}
    }

    /** Reads the one value that the text is. Throws nothing, whatever the bytes are. */
    public Parsed read(byte[] utf8) {
        int invalid = Utf8.firstInvalid(utf8);
        if (invalid >= 0) {
            return new Parsed.Broken(Utf8.problem(utf8, invalid));
        }
        try (JsonParser parser = mapper.createParser(utf8)) {
            return whole(parser);
        }
    }

    /** Reads the one value that the text is. */
    public Parsed read(String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            return whole(parser);
        }
    }

    /**
     * The elements of a huge array, or values that follow one another as in JSON lines, one at a time. The caller closes the
     * stream; what the stream throws comes out as {@link tools.jackson.core.exc.JacksonIOException}.
     */
    public JsonElements elements(InputStream utf8) {
        Utf8Stream checked = new Utf8Stream(utf8);
        return new JsonElements(mapper.createParser(checked), checked);
    }

    /** The elements of the array that is this member of the one object, one at a time; otherwise as {@link #elements}. */
    public JsonEnvelope envelope(InputStream utf8, String member) {
        Utf8Stream checked = new Utf8Stream(utf8);
        return new JsonEnvelope(mapper.createParser(checked), checked, member);
    }

    /** As JSON, members in their order. */
    public String write(JsonNode node) {
        return mapper.writeValueAsString(node);
    }

    /** As JSON in UTF-8, members in their order. */
    public byte[] bytes(JsonNode node) {
        return write(node).getBytes(StandardCharsets.UTF_8);
    }

    private static Parsed whole(JsonParser parser) {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Parsed.Broken(
                        new Problem(JsonTree.place(parser.currentLocation()), "nothing", "a JSON value", "RFC 8259"));
            }
            JsonNode node = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                return new Parsed.Broken(new Problem(
                        JsonTree.place(parser.currentTokenLocation()),
                        "more after the first value",
                        "the end",
                        "RFC 8259"));
            }
            return new Parsed.Value(node);
        } catch (RefusedToken refused) {
            return new Parsed.Broken(refused.problem());
        } catch (JacksonException broken) {
            return new Parsed.Broken(JsonTree.problem(broken));
        }
    }
}
