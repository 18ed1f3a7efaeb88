package org.laurelbridge.bridge.send;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Jws;
import tools.jackson.databind.JsonNode;

/** Reads what identifies a badge: its id and the beginning of this form of it. What a host adds or leaves out is of no account. */
public final class Listed {

    private Listed() {}

    /** A badge as a JSON text; empty when it has no id. */
    public static Optional<Shelf.Item> item(String json) {
        return Documents.read(json) instanceof Documents.Read.Good good ? item(good.object()) : Optional.empty();
    }

    /** A badge as a compact JWS, by what it says: whoever shows it verifies it. */
    public static Optional<Shelf.Item> token(String jws) {
        return Jws.read(jws.strip()).flatMap(read -> item(read.payload()));
    }

    /** A badge as JSON: a credential, the claims around one (VC-JWT, as {@code vc} or bare), or an assertion. */
    public static Optional<Shelf.Item> item(JsonNode badge) {
        JsonNode credential = badge.path("vc").isObject() ? badge.path("vc") : badge;
        String id = Documents.text(credential, "id");
        if (id == null) {
            id = Documents.text(badge, "jti");
        }
        return id == null ? Optional.empty() : Optional.of(new Shelf.Item(id, validFrom(badge, credential)));
    }

    /** The badges as JSON of a member of a page. */
    public static Stream<Shelf.Item> items(JsonNode page, String member) {
        return Documents.many(page, member).stream().flatMap(badge -> item(badge).stream());
    }

    /** The badges as compact JWS of a member of a page. */
    public static Stream<Shelf.Item> tokens(JsonNode page, String member) {
        return Documents.many(page, member).stream()
                .filter(JsonNode::isString)
                .flatMap(token -> token(token.asString()).stream());
    }

    private static @Nullable Instant validFrom(JsonNode badge, JsonNode credential) {
        String text = Documents.text(credential, "validFrom");
        try {
            if (text != null) {
                return OffsetDateTime.parse(text).toInstant();
            }
            JsonNode seconds = badge.path("nbf");
            return seconds.canConvertToLong() ? Instant.ofEpochSecond(seconds.asLong()) : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
