package org.laurelbridge.bridge.listen.file;

import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Json.Parsed;
import org.laurelbridge.xapi.JsonEnvelope;
import org.laurelbridge.xapi.Problem;

/** Statements in one JSON text: an array, an object with the array {@code statements}, or values that follow one another. */
final class ArrayPieces implements Iterator<Piece> {
    private final Json json = new Json();
    private final Iterator<Parsed> elements;
    private final Supplier<@Nullable Problem> trouble;
    private long number;
    private boolean told;

    private ArrayPieces(Iterator<Parsed> elements, Supplier<@Nullable Problem> trouble) {
        this.elements = elements;
        this.trouble = trouble;
    }

    static ArrayPieces values(InputStream in) {
        return new ArrayPieces(new Json().elements(in), () -> null);
    }

    static ArrayPieces envelope(InputStream in) {
        JsonEnvelope envelope = new Json().envelope(in, "statements");
        return new ArrayPieces(envelope, envelope::trouble);
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext() || (!told && trouble.get() != null);
    }

    @Override
    public Piece next() {
        Problem problem = elements.hasNext() ? null : trouble.get();
        Parsed parsed = problem == null ? elements.next() : new Parsed.Broken(problem);
        told = problem != null;
        number++;
        String place = "statement " + number;
        return new Piece(parsed, parsed instanceof Parsed.Value value ? json.write(value.node()) : place, place);
    }
}
