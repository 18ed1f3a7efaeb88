package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.account.Role;

/**
 * What stands above a page that is open to everybody, for somebody who is signed in: they find their way back.
 *
 * @param csrf the hidden field of the form that signs them out
 * @param name of who is signed in
 * @param waiting how much waits for their word
 */
public record Bar(String csrf, String name, List<Area.Place> places, Waiting.Counts waiting) {
    public Bar {
        places = List.copyOf(places);
    }

    /** Empty when nobody is signed in. */
    public static Optional<Bar> of(HttpServletRequest request, Sessions sessions) {
        return sessions.visitor(request)
                .map(visitor -> new Bar(
                        sessions.formToken(request),
                        visitor.name(),
                        sessions.shown(Area.around(visitor, request.getRequestURI())),
                        visitor.is(Role.INSTRUCTOR)
                                ? sessions.waiting(request, Area.TEACHING)
                                : new Waiting.Counts(0, 0)));
    }

    /** How much waits at a place. */
    public int waits(Area.Place place) {
        return switch (place.path()) {
            case "/teach/inbox" -> waiting.decisions();
            case "/teach/questions" -> waiting.questions();
            default -> 0;
        };
    }
}
