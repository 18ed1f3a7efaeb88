package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 */
public record Frame(String csrf, String name, String here, @Nullable Notice notice, Instant now) {

    /** The first level of the navigation. */
    public List<Group> groups() {
        return Group.ALL;
    }

    /** The group whose pages are the second level; empty when it has but one, and where one is in none. */
    public Optional<Group> group() {
        return Group.ALL.stream()
                .filter(group -> group.holds(here) && group.pages().size() > 1)
                .findFirst();
    }

    public static Frame of(HttpServletRequest request, Sessions sessions, Instant now) {
        return new Frame(
                sessions.formToken(request),
                sessions.visitor(request).map(Visitor::name).orElse(""),
                request.getRequestURI(), Notice.asked(request), now);
    }
}
