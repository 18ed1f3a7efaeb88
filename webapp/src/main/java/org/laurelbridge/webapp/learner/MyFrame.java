package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.session.Area;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * What every page of a learner has around it.
 *
 * @param csrf the hidden field of its forms
 * @param here the address of the page, for the navigation
 * @param name of who is signed in
 * @param places where they may go
 * @param notice what the last form did; null when none was sent
 */
public record MyFrame(
        String csrf,
        String here,
        String name,
        List<Area.Place> places,
        @Nullable Notice notice) {
    /** What lies below the list of badges. */
    private static final Set<String> OF_BADGES = Set.of("/my/badges", "/my/awards", "/my/wallet");

    public MyFrame {
        places = List.copyOf(places);
    }

    /**
     * A page to go to.
     *
     * @param label the key of its name
     * @param current the word of {@code aria-current}; null when one is elsewhere
     */
    public record Entry(String path, String label, @Nullable String current) {}

    /** The pages of a learner, and where else they may go who are more than learners. */
    public List<Entry> navigation() {
        return places.stream()
                .map(place -> new Entry(place.path(), place.label(), current(place.path())))
                .toList();
    }

    private @Nullable String current(String place) {
        if (here.equals(place)) {
            return "page";
        }
        return place.equals("/my") && OF_BADGES.contains(here) ? "true" : null;
    }

    public static MyFrame of(HttpServletRequest request, Sessions sessions) {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        return new MyFrame(
                sessions.formToken(request),
                request.getServletPath(),
                visitor.name(),
                sessions.shown(Stream.concat(Area.LEARNING.places().stream(), Area.LEARNING.beside(visitor).stream())
                        .toList()),
                Notice.asked(request));
    }
}
