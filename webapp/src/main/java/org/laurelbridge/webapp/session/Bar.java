package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What stands above a page that is open to everybody, for somebody who is signed in: they find their way back.
 *
 * @param csrf the hidden field of the form that signs them out
 * @param name of who is signed in
 */
public record Bar(String csrf, String name, List<Area.Place> places) {
    public Bar {
        places = List.copyOf(places);
    }

    /** Empty when nobody is signed in. */
    public static Optional<Bar> of(HttpServletRequest request, Sessions sessions) {
        return sessions.visitor(request)
                .map(visitor -> new Bar(
                        sessions.formToken(request), visitor.name(), Area.around(visitor, request.getRequestURI())));
    }
}
