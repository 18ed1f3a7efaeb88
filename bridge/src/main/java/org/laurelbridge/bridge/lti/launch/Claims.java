package org.laurelbridge.bridge.lti.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims of a token by name. What is of another type than asked for is as good as missing. */
final class Claims {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final JsonNode node;

    Claims(ObjectNode node) {
        this.node = node;
    }

    private Claims(JsonNode node) {
        this.node = node;
    }

    /** The full name of a claim of the core (LTI 1.3 §5.4). */
    static String lti(String name) {
        return LTI + name;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** An object within. */
    Optional<Claims> part(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject).map(Claims::new);
    }

    /** Text that says something. */
    Optional<String> text(String name) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }

    /** Seconds since 1970; a fraction of a second is dropped. */
    OptionalLong seconds(String name) {
        JsonNode value = node.path(name);
        return value.isNumber()
                        && value.decimalValue().precision()
                                        - value.decimalValue().scale()
                                <= 12
                ? OptionalLong.of(value.decimalValue().longValue())
                : OptionalLong.empty();
    }

    /** A text alone, or a list of texts; empty when anything else stands there. */
    Optional<Set<String>> oneOrMany(String name) {
        return text(name).map(Set::of).or(() -> texts(name));
    }

    /** A list of texts; empty when anything else stands there. */
    Optional<Set<String>> texts(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : list) {
            if (!each.isString()) {
                return Optional.empty();
            }
            texts.add(each.stringValue());
        }
        return Optional.of(texts);
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean(false);
    }

    /** Whether it is there, and says no. */
    boolean isFalse(String name) {
        return !node.path(name).asBoolean(true);
    }

    /** A whole address of the web. */
    Optional<URI> address(String name) {
        return text(name).flatMap(Claims::parsed);
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text);
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The members that are texts. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            if (member.getValue().isString()) {
                members.put(member.getKey(), member.getValue().stringValue());
            }
        });
        return members;
    }
}
