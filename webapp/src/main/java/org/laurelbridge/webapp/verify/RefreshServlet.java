package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Predicate;
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
    private final transient Predicate<UUID> withdrawn;

    /** @param withdrawn the refresh addresses of credentials that were withdrawn with all that was known of their learner */
    public RefreshServlet(Refreshing refreshing, Credentials credentials, Predicate<UUID> withdrawn) {
        this.refreshing = refreshing;
        this.credentials = credentials;
        this.withdrawn = withdrawn;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID refresh = Place.of(request, RefreshPlace.class).refresh();
        if (withdrawn.test(refresh)) {
            throw new RequestFailure(Reason.WITHDRAWN);
        }
        Earned newest = refreshing.find(refresh).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        AwardForms.check(newest.standing());
        String credential =
                credentials.find(newest.credential()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        PublicAnswer.sendCredential(request, response, "no-store", credential);
    }
}
