package org.laurelbridge.bridge.verify.key;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys that a document lists to assert with: a DID or controller document (Controlled Identifiers 1.0), a bare Multikey, one JWK or
 * a set, or a Profile with its keys. A key that was revoked is not listed.
 */
final class ListedKeys {

    private static final int MOST = 100;

    private ListedKeys() {}

    /**
     * A key.
     *
     * @param id as an absolute address; empty when it has none
     * @param controller empty when none is named
     */
    record Listed(String id, String controller, PublicKey key) {}

    static List<Listed> of(ObjectNode document, Instant now) {
        List<Listed> listed = new ArrayList<>();
        String base = Documents.textOrEmpty(document, "id");
        if (isKey(document)) {
            add(document, base, now, listed);
        } else if (document.has("keys")) {
            Documents.many(document, "keys").stream().limit(MOST).forEach(key -> add(key, base, now, listed));
        } else {
            addMethods(document, base, now, listed);
        }
        return listed;
    }

    private static void addMethods(ObjectNode document, String base, Instant now, List<Listed> listed) {
        List<JsonNode> asserting = Documents.many(document, "assertionMethod");
        List<String> names = asserting.stream()
                .filter(JsonNode::isString)
                .map(name -> absolute(name.asString(), base))
                .toList();
        Documents.many(document, "verificationMethod").stream()
                .limit(MOST)
                .filter(method -> names.contains(absolute(Documents.textOrEmpty(method, "id"), base)))
                .forEach(method -> add(method, base, now, listed));
        asserting.stream().limit(MOST).filter(JsonNode::isObject).forEach(method -> add(method, base, now, listed));
        // a Profile of Open Badges lists its keys without saying what for
        Documents.many(document, "publicKey").stream().limit(MOST).forEach(key -> add(key, base, now, listed));
    }

    private static boolean isKey(JsonNode document) {
        return document.has("publicKeyMultibase") || document.has("publicKeyJwk") || document.has("kty");
    }

    private static void add(JsonNode method, String base, Instant now, List<Listed> listed) {
        if (isOver(method, "revoked", now) || isOver(method, "expires", now)) {
            return;
        }
        String id = absolute(Documents.textOrEmpty(method, method.has("kty") ? "kid" : "id"), base);
        String controller = Documents.id(method, method.has("owner") ? "owner" : "controller");
        key(method).ifPresent(key -> listed.add(new Listed(id, controller, key)));
    }

    static Optional<PublicKey> key(JsonNode method) {
        if (method.has("publicKeyMultibase")) {
            return KeyTexts.multibase(Documents.textOrEmpty(method, "publicKeyMultibase"));
        }
        if (method.has("publicKeyPem")) {
            return KeyTexts.pem(Documents.textOrEmpty(method, "publicKeyPem"));
        }
        JsonNode jwk = method.has("publicKeyJwk") ? method.path("publicKeyJwk") : method;
        return jwk.has("kty") ? KeyTexts.jwk(jwk) : Optional.empty();
    }

    // a moment that nobody can read is a moment that is over
    private static boolean isOver(JsonNode method, String member, Instant now) {
        if (method.path(member).isMissingNode() || method.path(member).isNull()) {
            return false;
        }
        @Nullable String text = Documents.text(method, member);
        try {
            return text == null || !OffsetDateTime.parse(text).toInstant().isAfter(now);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static String absolute(String id, String base) {
        return id.startsWith("#") ? base + id : id;
    }
}
