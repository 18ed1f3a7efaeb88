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
public record Frame(String csrf, String here, @Nullable Notice notice, Instant now) {

    private static final List<Entry> PLACES = List.of(
            new Entry("/admin", "admin.health.title", null),
            new Entry("/admin/people", "admin.people.title", null),
            new Entry("/admin/badges", "admin.badges.title", null),
            new Entry("/admin/gradebook", "admin.gradebook.title", null),
            new Entry("/admin/review", "admin.review.title", null),
            new Entry("/admin/deliveries", "admin.deliveries.title", null),
            new Entry("/admin/unknown", "admin.unknown-actors.title", null),
            new Entry("/admin/rosters", "admin.rosters.title", null),
            new Entry("/admin/quarantine", "admin.quarantine.title", null),
            new Entry("/admin/frameworks", "admin.frameworks.title", null),
            new Entry("/admin/connections", "set-up.connections", null),
            new Entry("/admin/mapping", "set-up.mapping", null),
            new Entry("/admin/platforms", "admin.platforms.title", null),
            new Entry("/admin/users", "admin.users.title", null),
            new Entry("/admin/audit", "admin.audit.title", null));

    /**
     * A page to go to.
     *
     * @param label the key of its name
     * @param current the word of {@code aria-current}; null when one is elsewhere
     */
    public record Entry(String path, String label, @Nullable String current) {}

    /** The pages of an administrator. */
    public List<Entry> navigation() {
        return PLACES.stream()
                .map(entry -> here.equals(entry.path()) ? new Entry(entry.path(), entry.label(), "page") : entry)
                .toList();
    }

    public static Frame of(HttpServletRequest request, Sessions sessions, Instant now) {
        String done = request.getParameter("done");
        Notice notice = done == null ? null : Notice.of(done).orElse(null);
        return new Frame(sessions.formToken(request), request.getServletPath(), notice, now);
    }
}
