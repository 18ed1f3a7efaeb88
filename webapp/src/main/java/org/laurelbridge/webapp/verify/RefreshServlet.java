package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.issue.Addresses.RefreshPlace;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Refreshing;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/**
 * {@code /refresh/…}: the newest form of a credential (1EdTech Credential Refresh Service 1.0), for whoever has an earlier one. Only
 * the credential itself names the address; what {@link Refreshing} lets it lead to is no more than its reader may see.
 */
public final class RefreshServlet extends HttpServlet {
    private final transient Refreshing refreshing;
    private final transient Credentials credentials;

    public RefreshServlet(Refreshing refreshing, Credentials credentials) {
        this.refreshing = refreshing;
        this.credentials = credentials;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Earned newest = refreshing
                .find(Place.of(request, RefreshPlace.class).refresh())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        AwardForms.check(newest.standing());
        String credential =
                credentials.find(newest.credential()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        PublicAnswer.sendCredential(request, response, "no-store", credential);
    }
}
