package org.laurelbridge.bridge.send.ob2;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.send.Discovery;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.bridge.send.wire.Addressed;
import org.laurelbridge.bridge.send.wire.Came;
import org.laurelbridge.bridge.send.wire.HostClient;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;

/** The manifest of Badge Connect (Open Badges 2.1 §4.4). */
public final class BadgeConnectDiscovery implements Discovery {

    private static final String VERSION = "v2p1";

    private final HostClient client;

    public BadgeConnectDiscovery(HostClient client) {
        this.client = client;
    }

    /** A well-known address is of the whole domain, whatever path the learner named (RFC 8615). */
    @Override
    public Found find(URI address) {
        URI document = address.resolve("/.well-known/badgeconnect.json");
        Came came = client.ask(Ask.get(document));
        if (!(came instanceof Came.Answered answered) || !answered.isGood()) {
            return came.noDiscovery("No Badge Connect at " + document);
        }
        if (!(Documents.read(answered.answer().text()) instanceof Documents.Read.Good good)) {
            return new Found.Missing("No Badge Connect at " + document + ": the answer is no manifest.");
        }
        Optional<JsonNode> offered = Documents.many(good.object(), "badgeConnectAPI").stream()
                .filter(api -> Documents.textOrEmpty(api, "version").equals(VERSION))
                .findFirst();
        return offered.map(api -> read(address, document, api))
                .orElse(new Found.Missing(
                        "No Badge Connect at " + document + ": its manifest names no API of version " + VERSION + "."));
    }

    private static Found read(URI address, URI document, JsonNode api) {
        Addressed addresses = new Addressed(document);
        List<String> scopes = Documents.many(api, "scopesOffered").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        if (!scopes.contains(Version.OB2.sending())) {
            addresses.tell("the scope " + Version.OB2.sending() + " is not offered, so nothing can be sent there");
        }
        String name = Documents.text(api, "name");
        URI token = addresses.required(api, "tokenUrl");
        Services services = new Services(
                Version.OB2,
                name == null ? address.getHost() : name,
                withoutSlash(addresses.required(api, "apiBase")),
                addresses.required(api, "registrationUrl"),
                addresses.required(api, "authorizationUrl"),
                token,
                token,
                addresses.optional(api, "tokenRevocationUrl"),
                shown(document, api, "termsOfServiceUrl"),
                shown(document, api, "privacyPolicyUrl"),
                scopes);
        return addresses.isRight() ? new Found.Here(services) : new Found.Missing(addresses.words());
    }

    private static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    /** What is only shown to the learner: a wrong one is as good as none. */
    private static @Nullable URI shown(URI document, JsonNode node, String member) {
        return new Addressed(document).optional(node, member);
    }
}
