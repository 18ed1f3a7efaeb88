package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletRequest;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** What a request asks for, by the one class that knows our addresses. */
final class Place {
    private Place() {}

    static <P extends Addresses.Place> P of(HttpServletRequest request, Class<P> kind) {
        return Addresses.parse(request.getRequestURI())
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    static Addresses.Place any(HttpServletRequest request) {
        return of(request, Addresses.Place.class);
    }
}
