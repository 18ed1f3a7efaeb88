package org.laurelbridge.bridge.send.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientInformationResponse;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.SoftwareID;
import com.nimbusds.oauth2.sdk.id.SoftwareVersion;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.send.AuthorizationServer.Registered;
import org.laurelbridge.bridge.send.Host;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.wire.Came;

/**
 * As whom Laurel registers itself with hosts (RFC 7591; Open Badges 3.0 §7.1.1 "Register with Authorization Server"): all addresses
 * below its own.
 *
 * @param name of the issuer
 * @param addresses of this installation
 * @param version of Laurel
 */
public record Registration(String name, Addresses addresses, String version) {

    /** The same for all installations. */
    private static final SoftwareID LAUREL = new SoftwareID("8a0f3c5e-5f0b-4f6e-9d0e-6c1a2b7d4e91");

    URI back() {
        return addresses.at("my", "backpacks", "back");
    }

    private ClientMetadata metadata(Services services) {
        ClientMetadata client = new ClientMetadata();
        client.setName(name);
        client.setURI(addresses.root());
        client.setLogoURI(addresses.at("assets", "laurel.svg"));
        client.setTermsOfServiceURI(addresses.at("terms"));
        client.setPolicyURI(addresses.at("privacy"));
        client.setSoftwareID(LAUREL);
        client.setSoftwareVersion(new SoftwareVersion(version));
        client.setRedirectionURI(back());
        client.setTokenEndpointAuthMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        client.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        client.setResponseTypes(Set.of(ResponseType.CODE));
        client.setScope(Scope.parse(services.version().wanted(services.scopes())));
        return client;
    }

    Registered register(Services services, Function<HTTPRequest, Came> http) {
        HTTPRequest request =
                new ClientRegistrationRequest(services.registration(), metadata(services), null).toHTTPRequest();
        Came came = http.apply(request);
        if (!(came instanceof Came.Answered answered) || !answered.isGood()) {
            return failed(services, came.words());
        }
        try {
            return new Registered.Done(client(ClientInformationResponse.parse(HostOAuth.response(201, answered))
                    .getClientInformation()));
        } catch (ParseException e) {
            return failed(services, "its answer is no registration: " + e.getMessage());
        }
    }

    private Host.Client client(ClientInformation known) {
        Secret secret = known.getSecret();
        Scope scope = known.getMetadata().getScope();
        return new Host.Client(
                known.getID().getValue(),
                secret == null ? null : secret.getValue(),
                secret == null || secret.getExpirationDate() == null
                        ? null
                        : secret.getExpirationDate().toInstant(),
                back(),
                scope == null ? null : scope.toString());
    }

    private static Registered failed(Services services, String why) {
        return new Registered.Failed(services.name() + " was found, but does not let Laurel register itself at "
                + services.registration() + ": " + why + ".");
    }
}
