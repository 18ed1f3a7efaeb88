package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * What every page of a learner has around it.
 *
 * @param csrf the hidden field of its forms
 * @param here the address of the page, for the navigation
 * @param name of who is signed in
 * @param notice what the last form did; null when none was sent
 */
public record MyFrame(
        String csrf, String here, String name, @Nullable Notice notice) {

    private static final List<Entry> PLACES = List.of(
            new Entry("/my", "my.badges", null),
            new Entry("/my/backpacks", "my.backpacks", null),
            new Entry("/my/board", "watching.my-board", null),
            new Entry("/my/apps", "my.apps", null),
            new Entry("/my/mail", "my.mail", null),
            new Entry("/my/data", "my.data", null));

    /**
     * A page to go to.
     *
     * @param label the key of its name
     * @param current the word of {@code aria-current}; null when one is elsewhere
     */
    public record Entry(String path, String label, @Nullable String current) {}

    /** The pages of a learner. */
    public List<Entry> navigation() {
        return PLACES.stream()
                .map(entry -> here.equals(entry.path()) ? new Entry(entry.path(), entry.label(), "page") : entry)
                .toList();
    }

    public static MyFrame of(HttpServletRequest request, Sessions sessions) {
        String name = sessions.visitor(request).map(Visitor::name).orElse("");
        return new MyFrame(sessions.formToken(request), request.getServletPath(), name, Notice.asked(request));
    }
}
