package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientInformationResponse;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationErrorResponse;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.webapp.oauth.Registration.Read;
import org.laurelbridge.webapp.server.Origin;
import org.laurelbridge.webapp.session.Doing;

/**
 * {@code /oauth/register}: an application makes itself known (RFC 7591 §3; Open Badges 3.0 §7.1.1, Open Badges 2.1 § Registration).
 * Anyone may; so often from one address, and no more than so much. What it says is never fetched.
 */
public final class RegisterServlet extends HttpServlet {
    private static final int MOST = 16_384;
    private static final int SECRET_BYTES = 32;

    private final transient Clients clients;
    private final transient InstantSource clock;

    public RegisterServlet(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        Wire.allowPost(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            refuse(RegistrationError.INVALID_CLIENT_METADATA.appendDescription(": more than 16 KiB"), response);
            return;
        }
        Read read = Registration.read(new String(body, StandardCharsets.UTF_8));
        if (read instanceof Read.Bad bad) {
            ErrorObject error = bad.isRedirect()
                    ? RegistrationError.INVALID_REDIRECT_URI
                    : RegistrationError.INVALID_CLIENT_METADATA;
            refuse(error.setDescription(ascii(String.join("; ", bad.problems()))), response);
        } else if (!clients.count(Origin.of(request), clock.instant())) {
            response.setHeader("Retry-After", "3600");
            refuse(
                    new ErrorObject("temporarily_unavailable", "Too many registrations from this address.", 429),
                    response);
        } else {
            register(((Read.Good) read).metadata(), request, response);
        }
    }

    private void register(ClientMetadata metadata, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isPublic = metadata.getTokenEndpointAuthMethod().equals(ClientAuthenticationMethod.NONE);
        Secret secret = isPublic ? null : new Secret(SECRET_BYTES);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Client client =
                new Client(UUID.randomUUID(), isPublic, metadata.toJSONObject().toJSONString(), now);
        clients.by(Doing.application(request, client.id())).add(client, secret == null ? null : secret.getValue());
        ClientInformation told =
                new ClientInformation(new ClientID(client.id().toString()), Date.from(now), metadata, secret);
        Wire.send(new ClientInformationResponse(told, true).toHTTPResponse(), response);
    }

    private static void refuse(ErrorObject error, HttpServletResponse response) throws IOException {
        Wire.send(new ClientRegistrationErrorResponse(error), response);
    }

    /** As descriptions of errors must be (RFC 6749 §5.2). */
    private static String ascii(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7E]", "?").replace('"', '\'').replace('\\', '/');
        return plain.substring(0, Math.min(plain.length(), 2_000));
    }
}
