package org.laurelbridge.bridge.send.ob3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The Service Description Document of the Open Badges 3.0 API (§6.3, §7.1.1), an OpenAPI document. */
public final class Ob3Discovery implements Discovery {

    private static final String API = "/ims/ob/v3p0";

    private final HostClient client;

    public Ob3Discovery(HostClient client) {
        this.client = client;
    }

    @Override
    public Found find(URI address) {
        URI document = URI.create(address + API + "/discovery");
        Came came = client.ask(Ask.get(document));
        if (!(came instanceof Came.Answered answered) || !answered.isGood()) {
            return came.noDiscovery("No Open Badges 3.0 at " + document);
        }
        if (!(Documents.readList(answered.answer().text()) instanceof Documents.Read.Good good)) {
            return new Found.Missing("No Open Badges 3.0 at " + document + ": the answer is no OpenAPI document.");
        }
        return read(address, document, good.object());
    }

    private static Found read(URI address, URI document, JsonNode description) {
        Addressed addresses = new Addressed(document);
        JsonNode scheme = scheme(description);
        JsonNode flow = scheme.path("flows").path("authorizationCode");
        JsonNode info = description.path("info");
        List<String> scopes = new ArrayList<>(flow.path("scopes").propertyNames());
        if (!scopes.contains(Version.OB3.sending())) {
            addresses.tell("the scope " + Version.OB3.sending() + " is not offered, so nothing can be sent there");
        }
        String name = Documents.text(info, "title");
        URI token = addresses.required(flow, "tokenUrl");
        URI refresh = addresses.optional(flow, "refreshUrl");
        Services services = new Services(
                Version.OB3,
                name == null ? address.getHost() : name,
                api(address, document, description),
                addresses.required(scheme, "x-imssf-registrationUrl"),
                addresses.required(flow, "authorizationUrl"),
                token,
                refresh == null ? token : refresh,
                addresses.optional(scheme, "x-imssf-revocationUrl"),
                shown(address, info, "termsOfService"),
                shown(address, info, "x-imssf-privacyPolicyUrl"),
                scopes);
        return addresses.isRight() ? new Found.Here(services) : new Found.Missing(addresses.words());
    }

    /** The one of the specification, or else the first with this flow. */
    private static JsonNode scheme(JsonNode description) {
        JsonNode schemes = description.path("components").path("securitySchemes");
        if (schemes.path("OAuth2ACG").isObject()) {
            return schemes.path("OAuth2ACG");
        }
        for (JsonNode scheme : schemes) {
            if (scheme.path("flows").path("authorizationCode").isObject()) {
                return scheme;
            }
        }
        return schemes.path("OAuth2ACG");
    }

    /** Where the document's server says, if that is an API; its template in the specification's own file says nothing. */
    private static URI api(URI address, URI document, JsonNode description) {
        String server = Documents.textOrEmpty(description.path("servers").path(0), "url")
                .replaceAll("/+$", "");
        boolean isApi = server.endsWith(API) && !server.contains("{");
        return (isApi ? Documents.address(server).map(document::resolve) : Optional.<URI>empty())
                .filter(uri -> uri.getHost() != null && isAsGood(uri, document))
                .orElse(URI.create(address + API));
    }

    private static boolean isAsGood(URI uri, URI document) {
        return uri.getScheme().toLowerCase(Locale.ROOT).equals("https")
                || uri.getScheme().equals(document.getScheme());
    }

    /** What is only shown to the learner: a wrong one is as good as none. */
    private static @Nullable URI shown(URI address, JsonNode node, String member) {
        return new Addressed(address).optional(node, member);
    }
}
