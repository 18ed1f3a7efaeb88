package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.Sessions;

/**
 * What every page of an administrator has around it.
 *
 * @param csrf the hidden field of its forms
 * @param here the address of the page, for the navigation
 * @param notice what the last form did; null when none was sent
 * @param now when the page was made
 */
public record Frame(String csrf, String here, @Nullable String notice, Instant now) {

    private static final List<Entry> PLACES = List.of(
            new Entry("/admin", "Health", null),
            new Entry("/admin/people", "People", null),
            new Entry("/admin/badges", "Badges", null),
            new Entry("/admin/gradebook", "Gradebook", null),
            new Entry("/admin/review", "Review", null),
            new Entry("/admin/deliveries", "Deliveries", null),
            new Entry("/admin/unknown", "Unknown actors", null),
            new Entry("/admin/rosters", "Rosters", null),
            new Entry("/admin/quarantine", "Quarantine", null),
            new Entry("/admin/frameworks", "Frameworks", null),
            new Entry("/admin/platforms", "Platforms", null),
            new Entry("/admin/users", "Users", null),
            new Entry("/admin/audit", "Audit", null));

    /**
     * A page to go to.
     *
     * @param current the word of {@code aria-current}; null when one is elsewhere
     */
    public record Entry(String path, String label, @Nullable String current) {}

    /** The pages of an administrator. */
    public List<Entry> navigation() {
        return PLACES.stream()
                .map(entry -> here.equals(entry.path()) ? new Entry(entry.path(), entry.label(), "page") : entry)
                .toList();
    }

    static Frame of(HttpServletRequest request, Sessions sessions, Instant now) {
        String done = request.getParameter("done");
        String notice =
                done == null ? null : Notice.of(done).map(Notice::sentence).orElse(null);
        return new Frame(sessions.formToken(request), request.getServletPath(), notice, now);
    }
}
