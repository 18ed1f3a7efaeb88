package org.laurelbridge.xapi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes members out of objects by type. Answers null for what is absent and, having said so, for what is wrong. */
final class Fields {
    private final Checker check;

    Fields(Checker check) {
        this.check = check;
    }

    /** The value here as an object that holds no other than the allowed members. */
    @Nullable
    ObjectNode object(JsonNode node, Set<String> allowed, Clause clause) {
        if (!(node instanceof ObjectNode object)) {
            check.fault(node, "an object", clause);
            return null;
        }
        for (String name : object.propertyNames()) {
            if (!allowed.contains(name)) {
                stranger(name, allowed, clause);
            }
        }
        return object;
    }

    private void stranger(String name, Set<String> allowed, Clause clause) {
        check.enter(name);
        String meant =
                allowed.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
        String expected = meant == null
                ? "only " + String.join(", ", allowed.stream().sorted().toList())
                : Checker.quote(meant);
        check.slip("the property " + Checker.quote(name), expected, clause);
        check.leave();
    }

    /** Null also for a JSON null, which no property may have (1.0.3 Data 2.2). */
    @Nullable
    JsonNode member(ObjectNode of, String name) {
        JsonNode node = of.get(name);
        if (node == null || !node.isNull()) {
            return node;
        }
        check.enter(name);
        check.slip("null", "a value, or the property left out", Clause.FORMAT);
        check.leave();
        return null;
    }

    /** A member that must be there. */
    @Nullable
    JsonNode needed(ObjectNode of, String name, Clause clause) {
        JsonNode node = of.get(name);
        if (node == null) {
            check.fault("nothing", "the property " + Checker.quote(name), clause);
        } else if (node.isNull()) {
            check.enter(name);
            check.fault("null", "a value", Clause.FORMAT);
            check.leave();
            return null;
        }
        return node;
    }

    @Nullable
    String text(ObjectNode of, String name, Clause clause) {
        return asText(name, member(of, name), clause);
    }

    @Nullable
    String neededText(ObjectNode of, String name, Clause clause) {
        return asText(name, needed(of, name, clause), clause);
    }

    private @Nullable String asText(String name, @Nullable JsonNode node, Clause clause) {
        if (node == null || node.isString()) {
            return node == null ? null : node.stringValue();
        }
        wrong(name, node, "a string", clause);
        return null;
    }

    @Nullable
    Boolean truth(ObjectNode of, String name, Clause clause) {
        JsonNode node = member(of, name);
        if (node == null || node.isBoolean()) {
            return node == null ? null : node.booleanValue();
        }
        wrong(name, node, "true or false", clause);
        return null;
    }

    @Nullable
    BigDecimal number(ObjectNode of, String name, Clause clause) {
        JsonNode node = member(of, name);
        if (node == null || node.isNumber()) {
            return node == null ? null : node.decimalValue();
        }
        wrong(name, node, "a number", clause);
        return null;
    }

    @Nullable
    UUID uuid(ObjectNode of, String name, Clause clause) {
        return asUuid(name, member(of, name), clause);
    }

    @Nullable
    UUID neededUuid(ObjectNode of, String name, Clause clause) {
        return asUuid(name, needed(of, name, clause), clause);
    }

    private @Nullable UUID asUuid(String name, @Nullable JsonNode node, Clause clause) {
        if (node == null) {
            return null;
        }
        UUID uuid = node.isString() ? Formats.uuid(node.stringValue()) : null;
        if (uuid == null) {
            wrong(name, node, "a UUID in its standard form", node.isString() ? Clause.UUID : clause);
        }
        return uuid;
    }

    @Nullable
    String iri(ObjectNode of, String name, Clause clause) {
        return asIri(name, asText(name, member(of, name), clause));
    }

    @Nullable
    String neededIri(ObjectNode of, String name, Clause clause) {
        return asIri(name, asText(name, needed(of, name, clause), clause));
    }

    private @Nullable String asIri(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        check.enter(name);
        boolean usable = isIri(text);
        check.leave();
        return usable ? text : null;
    }

    /** Judges the IRI here; one that is odd but identifies may be used when read leniently. */
    boolean isIri(String text) {
        Iri.Quality quality = Iri.judge(text);
        if (quality == Iri.Quality.ODD) {
            check.slip(Checker.quote(text), "an IRI (RFC 3987)", Clause.IRI);
        } else if (quality == Iri.Quality.NONE) {
            check.fault(Checker.quote(text), "an IRI with a scheme (RFC 3987)", Clause.IRI);
        }
        return quality != Iri.Quality.NONE;
    }

    @Nullable
    Instant time(ObjectNode of, String name, Clause clause) {
        String text = text(of, name, clause);
        if (text == null) {
            return null;
        }
        Instant instant = Timestamp.parse(text);
        check.enter(name);
        if (instant == null) {
            check.fault(Checker.quote(text), "a time by ISO 8601, its zone not -00:00", Clause.TIME);
        } else if (check.version() == XapiVersion.V2_0 && !Timestamp.hasZone(text)) {
            check.slip(Checker.quote(text), "a time with its zone (RFC 3339)", Clause.TIME);
        }
        check.leave();
        return instant;
    }

    void wrong(String name, JsonNode found, String expected, Clause clause) {
        check.enter(name);
        check.fault(found, expected, clause);
        check.leave();
    }

    void wrong(String name, String found, String expected, Clause clause) {
        check.enter(name);
        check.fault(found, expected, clause);
        check.leave();
    }
}
