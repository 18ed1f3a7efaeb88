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

/**
 * One element after the other, in memory one at a time. An element that may not be read (too deep, a key twice, a number too
 * large) comes as broken and the next follows; after JSON that is not well-formed nothing follows.
 */
public final class JsonElements implements Iterator<Parsed> {
    private final JsonParser parser;
    private final Utf8Stream bytes;
    private @Nullable Parsed next;
    private boolean inArray;
    private boolean started;
    private boolean ended;

    JsonElements(JsonParser parser, Utf8Stream bytes) {
        this.parser = parser;
        this.bytes = bytes;
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
            JsonToken token = parser.nextToken();
            if (!started) {
                started = true;
                inArray = token == JsonToken.START_ARRAY;
                token = inArray ? parser.nextToken() : token;
            }
            if (token == JsonToken.END_ARRAY) {
                inArray = false;
                token = parser.nextToken();
                if (token != null) {
                    return last(new Problem(place(), "more after the array", "the end", "RFC 8259"));
                }
            }
            return token == null ? end() : element();
        } catch (JacksonIOException failed) {
            throw failed;
        } catch (JacksonException broken) {
            return last(JsonTree.problem(broken));
        }
    }

    private Parsed element() {
        int depth = parser.currentToken().isStructStart()
                ? parser.streamReadContext().getNestingDepth() - 1
                : parser.streamReadContext().getNestingDepth();
        try {
            JsonNode node = JsonTree.read(parser);
            return new Parsed.Value(node);
        } catch (RefusedToken refused) {
            while (parser.streamReadContext().getNestingDepth() > depth) {
                parser.nextToken();
            }
            return new Parsed.Broken(refused.problem());
        }
    }

    private @Nullable Parsed end() {
        ended = true;
        String fault = bytes.fault();
        return fault == null ? null : new Parsed.Broken(invalid(fault));
    }

    private Parsed last(Problem problem) {
        ended = true;
        String fault = bytes.fault();
        return new Parsed.Broken(fault == null ? problem : invalid(fault));
    }

    private Problem invalid(String fault) {
        return new Problem(place() + ", " + fault, "a byte that is no UTF-8", "UTF-8", "RFC 8259 8.1");
    }

    private String place() {
        return "line " + parser.currentLocation().getLineNr() + ", column "
                + parser.currentLocation().getColumnNr();
    }
}
