package org.laurelbridge.xapi;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json.Parsed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The elements of one array inside an object, as {@code {"statements":[…],"more":"…"}}, in memory one at a time. An element that
 * may not be read comes as broken and the next follows. After JSON that is not well-formed, or is no such object, nothing follows
 * and {@link #trouble} says why.
 */
public final class JsonEnvelope implements Iterator<Parsed> {
    private final JsonParser parser;
    private final Utf8Stream bytes;
    private final String member;
    private final ObjectNode rest = JsonNodeFactory.instance.objectNode();
    private @Nullable Parsed next;
    private boolean started;
    private boolean inArray;
    private boolean seen;
    private boolean ended;
    private @Nullable Problem trouble;
    private long start;
    private long end;

    JsonEnvelope(JsonParser parser, Utf8Stream bytes, String member) {
        this.parser = parser;
        this.bytes = bytes;
        this.member = member;
    }

    /** The other members of the object, as far as it has been read: whole after the last element. */
    public ObjectNode rest() {
        return rest;
    }

    /** Where the newest element begins, in bytes; of the element that {@link #next} gave, until {@link #hasNext} is asked. */
    public long start() {
        return start;
    }

    /** Where it ends, exclusive. Exact for objects and arrays alone. */
    public long end() {
        return end;
    }

    /** Why the reading ended before its end; null when it did not, or has not ended yet. */
    public @Nullable Problem trouble() {
        return trouble;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
        }
        return next != null;
    }

    @Override
    public Parsed next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Parsed element = next;
        next = null;
        return element;
    }

    private @Nullable Parsed advance() {
        try {
            if (!started) {
                started = true;
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return fail("something else", "an object with \"" + member + "\"");
                }
            }
            return inArray ? element() : outside();
        } catch (JacksonIOException failed) {
            throw failed;
        } catch (RefusedToken refused) {
            return fail(refused.problem());
        } catch (JacksonException broken) {
            return fail(JsonTree.problem(broken));
        }
    }

    private @Nullable Parsed outside() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals(member) && token == JsonToken.START_ARRAY) {
                seen = true;
                inArray = true;
                return element();
            }
            rest.set(name, JsonTree.read(parser));
        }
        if (!seen) {
            return fail("no array \"" + member + "\"", "an object with one");
        }
        if (parser.nextToken() != null) {
            return fail("more after the object", "the end");
        }
        ended = true;
        return null;
    }

    private @Nullable Parsed element() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            inArray = false;
            return outside();
        }
        int depth = parser.streamReadContext().getNestingDepth()
                - (parser.currentToken().isStructStart() ? 1 : 0);
        start = parser.currentTokenLocation().getByteOffset();
        try {
            JsonNode node = JsonTree.read(parser);
            end = parser.currentLocation().getByteOffset();
            return new Parsed.Value(node);
        } catch (RefusedToken refused) {
            while (parser.streamReadContext().getNestingDepth() > depth) {
                parser.nextToken();
            }
            end = parser.currentLocation().getByteOffset();
            return new Parsed.Broken(refused.problem());
        }
    }

    private @Nullable Parsed fail(String found, String expected) {
        return fail(new Problem(JsonTree.place(parser.currentLocation()), found, expected, "1.0.3 Data 2.5"));
    }

    private @Nullable Parsed fail(Problem problem) {
        String invalid = bytes.fault();
        trouble = invalid == null
                ? problem
                : new Problem(problem.place() + ", " + invalid, "a byte that is no UTF-8", "UTF-8", "RFC 8259 8.1");
        ended = true;
        return null;
    }
}
