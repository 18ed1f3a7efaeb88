package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Scope;

/** An application as it registered, read. */
public record Registered(Client client, ClientMetadata metadata) {
    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]|localhost))(?::[0-9]{1,5})?((?:[/?].*)?)");

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

    /** Whether codes may be sent there: exactly as it registered, but on this machine at any port (RFC 9700 §2.1, RFC 8252 §7.3). */
    boolean hasRedirect(String address) {
        String wanted = anyPort(address);
        return metadata.getRedirectionURIs().stream()
                .map(URI::toString)
                .map(Registered::anyPort)
                .anyMatch(wanted::equals);
    }

    /** An address on loopback without its port; any other as it is. */
    private static String anyPort(String address) {
        Matcher loopback = LOOPBACK.matcher(address);
        return loopback.matches() ? loopback.group(1) + loopback.group(2) : address;
    }

    /** What it may ask for. */
    Set<Scope> scopes() {
        return metadata.getScope() == null
                ? EnumSet.noneOf(Scope.class)
                : Scope.known(metadata.getScope().toStringList());
    }
}
