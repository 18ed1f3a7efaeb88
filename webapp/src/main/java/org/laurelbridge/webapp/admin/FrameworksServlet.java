package org.laurelbridge.webapp.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.FrameworkImport;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Label;
import org.laurelbridge.bridge.issue.framework.FrameworkImport.Outcome;
import org.laurelbridge.bridge.issue.framework.FrameworkUses;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/frameworks}: frameworks of skills, taking one in, searching one, and the badges that point to retired items. */
public final class FrameworksServlet extends HttpServlet {
    /** The largest form; a larger file goes through the command line, where it is not held in memory. */
    public static final int MOST_UPLOAD = 30_000_000;

    private final transient Frameworks frameworks;
    private final transient FrameworkUses uses;
    private final transient AlignedBadges badges;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public FrameworksServlet(
            Frameworks frameworks,
            RuleBook rules,
            AlignedBadges badges,
            Sessions sessions,
            Pages pages,
            InstantSource clock) {
        this.frameworks = frameworks;
        this.badges = badges;
        this.uses = new FrameworkUses(frameworks, rules, clock);
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Outcome outcome = taken(request);
        if (outcome instanceof Outcome.Refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        show(request, response, outcome);
    }

    private Outcome taken(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        Part file = type != null && type.startsWith("multipart/form-data") ? request.getPart("file") : null;
        if (file == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        String name = file.getSubmittedFileName();
        Label label = new Label(
                name == null ? "" : name,
                field(request, "name"),
                Format.of(request.getParameter("format") == null ? "" : request.getParameter("format"))
                        .orElse(null),
                field(request, "language"),
                field(request, "version"));
        try (InputStream bytes = file.getInputStream()) {
            return new FrameworkImport(frameworks.by(Doing.of(request)), badges, clock).read(bytes, label, done -> {});
        } catch (Frameworks.Overtaken overtaken) {
            throw new RequestFailure(Reason.CONFLICT);
        }
    }

    private static @Nullable String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, @Nullable Outcome outcome)
            throws IOException {
        Instant now = clock.instant();
        Frame frame = Frame.of(request, sessions, now);
        pages.show(
                response,
                "admin/frameworks.jte",
                new FrameworksPage(
                        frame,
                        frameworks.list(now).stream().map(FrameworksPage::line).toList(),
                        uses.listRetiredUses(),
                        outcome == null ? null : FrameworksPage.result(outcome),
                        search(request, now)));
    }

    private FrameworksPage.@Nullable Search search(HttpServletRequest request, Instant now) {
        String id = request.getParameter("framework");
        Optional<Framework> framework =
                id != null && id.matches("[0-9]{1,18}") ? frameworks.find(Long.parseLong(id), now) : Optional.empty();
        if (framework.isEmpty()) {
            return null;
        }
        String words = request.getParameter("query") == null ? "" : request.getParameter("query");
        String after = request.getParameter("after");
        try {
            return FrameworksPage.search(
                    framework.get(),
                    words,
                    frameworks.search(framework.get().id(), words, after, FrameworksPage.SHOWN),
                    now);
        } catch (IllegalArgumentException noEnd) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
    }
}
