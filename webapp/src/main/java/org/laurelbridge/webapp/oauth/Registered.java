package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Scope;

/** An application as it registered, read. */
public record Registered(Client client, ClientMetadata metadata) {

    public static Registered of(Client client) {
        try {
            return new Registered(client, ClientMetadata.parse(JSONObjectUtils.parse(client.metadata())));
        } catch (ParseException broken) {
            throw new IllegalStateException("the metadata of client " + client.id() + " cannot be read", broken);
        }
    }

    /** Reads a client_id; of what is none, one that nobody has. */
    static UUID id(String clientId) {
        try {
            UUID id = UUID.fromString(clientId);
            return id.toString().equals(clientId) ? id : new UUID(0, 0);
        } catch (IllegalArgumentException noUuid) {
            return new UUID(0, 0);
        }
    }

    /** What it calls itself. */
    public String name() {
        return metadata.getName();
    }

    /** The host that it says it is of. */
    public String host() {
        return metadata.getURI().getHost().toLowerCase(Locale.ROOT);
    }

    /** Whether codes may be sent there: exactly as it registered (RFC 9700 §2.1). */
    boolean hasRedirect(String address) {
        return metadata.getRedirectionURIs().stream().map(URI::toString).anyMatch(address::equals);
    }

    /** What it may ask for. */
    Set<Scope> scopes() {
        return metadata.getScope() == null
                ? EnumSet.noneOf(Scope.class)
                : Scope.known(metadata.getScope().toStringList());
    }
}
