package org.laurelbridge.bridge.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a host's discovery said, as it is kept. */
final class ServicesJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServicesJson() {}

    static String write(Services services) {
        ObjectNode document = JSON.createObjectNode();
        document.put("version", services.version().word());
        document.put("name", services.name());
        put(document, "api", services.api());
        put(document, "registration", services.registration());
        put(document, "authorization", services.authorization());
        put(document, "token", services.token());
        put(document, "refresh", services.refresh());
        put(document, "revocation", services.revocation());
        put(document, "terms", services.terms());
        put(document, "privacy", services.privacy());
        ArrayNode scopes = document.putArray("scopes");
        services.scopes().forEach(scopes::add);
        return document.toString();
    }

    private static void put(ObjectNode document, String name, @Nullable URI address) {
        if (address != null) {
            document.put(name, address.toString());
        }
    }

    static Services read(String json) {
        JsonNode document = JSON.readTree(json);
        List<String> scopes = new ArrayList<>();
        document.path("scopes").forEach(scope -> scopes.add(scope.asString()));
        return new Services(
                Version.of(document.path("version").asString()),
                document.path("name").asString(),
                address(document, "api"),
                address(document, "registration"),
                address(document, "authorization"),
                address(document, "token"),
                address(document, "refresh"),
                addressOrNull(document, "revocation"),
                addressOrNull(document, "terms"),
                addressOrNull(document, "privacy"),
                scopes);
    }

    private static URI address(JsonNode document, String name) {
        return URI.create(document.path(name).asString());
    }

    private static @Nullable URI addressOrNull(JsonNode document, String name) {
        return document.path(name).isString() ? address(document, name) : null;
    }
}
