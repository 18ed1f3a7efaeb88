package org.laurelbridge.bridge.send.ob2;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.bridge.send.Form;
import org.laurelbridge.bridge.send.Listed;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.Shelf;
import org.laurelbridge.bridge.send.wire.HostClient;
import org.laurelbridge.bridge.send.wire.Pages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code assertions} of Badge Connect (Open Badges 2.1 §4.7.1). */
public final class BadgeConnectShelf implements Shelf {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HostClient client;

    public BadgeConnectShelf(HostClient client) {
        this.client = client;
    }

    @Override
    public Put put(Services services, String token, Form form) {
        return client.put(
                assertions(services), token, "application/json", payload(form).toString());
    }

    /** An Assertion Payload (§4.6): hosted or signed, never both. */
    private static ObjectNode payload(Form form) {
        ObjectNode payload = JSON.createObjectNode();
        if (form instanceof Form.Hosted hosted) {
            payload.set("assertion", JSON.readTree(hosted.json()));
        } else if (form instanceof Form.Signed signed) {
            payload.put("signedAssertion", signed.token());
        } else {
            throw new IllegalArgumentException("Badge Connect takes assertions");
        }
        return payload;
    }

    @Override
    public Listing list(Services services, String token) {
        return new Pages(client, BadgeConnectShelf::items).read(assertions(services), token);
    }

    private static URI assertions(Services services) {
        return URI.create(services.api() + "/assertions");
    }

    private static List<Item> items(JsonNode page) {
        return Stream.concat(Listed.items(page, "assertions"), Listed.tokens(page, "signedAssertions"))
                .toList();
    }
}
