package org.laurelbridge.bridge.send.ob3;

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

/** {@code credentials} of the Open Badges 3.0 API (§6.2.2 getCredentials, §6.2.3 upsertCredential). */
public final class Ob3Shelf implements Shelf {

    private final HostClient client;

    public Ob3Shelf(HostClient client) {
        this.client = client;
    }

    /** A credential with an embedded proof is sent as it is, as JSON (§6.2.3.1). */
    @Override
    public Put put(Services services, String token, Form form) {
        if (!(form instanceof Form.Credential credential)) {
            throw new IllegalArgumentException("the Open Badges 3.0 API takes credentials");
        }
        return client.put(credentials(services), token, "application/json", credential.json());
    }

    @Override
    public Listing list(Services services, String token) {
        return new Pages(client, Ob3Shelf::items).read(credentials(services), token);
    }

    private static URI credentials(Services services) {
        return URI.create(services.api() + "/credentials");
    }

    /** GetOpenBadgeCredentialsResponse (§B.9.4): credentials, and those that are signed as a whole. */
    private static List<Item> items(JsonNode page) {
        return Stream.of(
                        Listed.items(page, "credential"),
                        Listed.tokens(page, "compactJwsString"),
                        // the example of §6.2.2 writes it so
                        Listed.tokens(page, "compactJwsStrings"))
                .flatMap(items -> items)
                .toList();
    }
}
