package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.session.Area;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * What every page of an administrator has around it.
 *
 * @param csrf the hidden field of its forms
 * @param name of who is signed in
 * @param here the address of the page, for the navigation
 * @param notice what the last form did; null when none was sent
 * @param now when the page was made
 * @param waiting how many awards wait for a decision
 * @param mayChange whether this is an administrator: others look, and are shown nothing that would refuse them
 */
public record Frame(
        String csrf, String name, String here, @Nullable Notice notice, Instant now, int waiting, boolean mayChange) {

    /** The first level of the navigation. */
    public List<Group> groups() {
        return Group.of(mayChange);
    }

    /** The group whose pages are the second level; empty when it has but one, and where one is in none. */
    public Optional<Group> group() {
        return groups().stream()
                .filter(group -> group.holds(here) && group.pages().size() > 1)
                .findFirst();
    }

    /** How much waits at a page of the navigation; 0 where nothing is counted. */
    public int waiting(String path) {
        return path.equals("/admin/review") ? waiting : 0;
    }

    /** Whether a link leads somewhere for whoever looks. */
    public boolean leads(@Nullable String link) {
        return link != null
                && (mayChange || !link.startsWith("/admin") || Group.isOpen(link.replaceFirst("[?#].*", "")));
    }

    public static Frame of(HttpServletRequest request, Sessions sessions, Instant now) {
        return new Frame(
                sessions.formToken(request),
                sessions.visitor(request).map(Visitor::name).orElse(""),
                request.getRequestURI(),
                Notice.asked(request),
                now,
                sessions.waiting(request, Area.ADMINISTRATION).decisions(),
                sessions.isAdministrator(request));
    }
}
