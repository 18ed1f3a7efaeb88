package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;

/** Which application asks (RFC 6749 §2.3): by its secret, or, where it keeps none, by its name alone. */
record Authentication(Clients clients) {

    /** Empty when it is none that is known, or its secret is not right, or it leaves out the one that it has. */
    Optional<Client> of(AbstractOptionallyIdentifiedRequest request) {
        ClientAuthentication shown = request.getClientAuthentication();
        if (shown == null) {
            return Optional.ofNullable(request.getClientID())
                    .flatMap(id -> clients.find(Registered.id(id.getValue())))
                    .filter(Client::isPublic);
        }
        UUID id = Registered.id(shown.getClientID().getValue());
        return shown instanceof PlainClientSecret secret
                        && clients.isSecret(id, secret.getClientSecret().getValue())
                ? clients.find(id)
                : Optional.empty();
    }
}
