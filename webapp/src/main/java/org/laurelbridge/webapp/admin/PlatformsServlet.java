package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Entrance;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.register.Invitations;
import org.laurelbridge.bridge.lti.register.Inviting;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/platforms}: learning platforms that people come in from; another is invited from here. */
public final class PlatformsServlet extends HttpServlet {
    static final String HERE = "/admin/platforms";

    private final transient LtiPlatforms platforms;
    private final transient Invitations invitations;
    private final transient Entrance entrance;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public PlatformsServlet(
            LtiPlatforms platforms,
            Invitations invitations,
            Entrance entrance,
            Sessions sessions,
            Pages pages,
            InstantSource clock) {
        this.platforms = platforms;
        this.invitations = invitations;
        this.entrance = entrance;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, null, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ended = request.getParameter("end");
        if (ended != null) {
            Notice notice =
                    invitations.by(Doing.of(request)).end(ended) ? Notice.INVITATION_ENDED : Notice.INVITATION_GONE;
            response.sendRedirect(notice.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        String name = request.getParameter("name");
        if (name == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        Inviting.Answer answer =
                entrance.by(Doing.of(request)).inviting().invite(name, request.getParameter("trusts-email") != null);
        if (answer instanceof Inviting.Answer.Refused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, null, refused.why());
        } else {
            show(request, response, once(name.strip(), (Inviting.Answer.Given) answer), null);
        }
    }

    private static Once once(String name, Inviting.Answer.Given given) {
        return new Once(
                Saying.of("admin.invitation.title", name),
                Saying.of("admin.invitation.label"),
                given.address(),
                Saying.of("admin.invitation.note", given.until()));
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, @Nullable Once once, @Nullable String trouble)
            throws IOException {
        Instant now = clock.instant();
        var figures = entrance.platformFigures().read();
        pages.show(
                response,
                "admin/platforms.jte",
                new PlatformsPage(
                        Frame.of(request, sessions, now),
                        platforms.list().stream()
                                .map(platform -> PlatformsPage.line(platform, figures, now))
                                .toList(),
                        invitations.list(now).stream()
                                .map(PlatformsPage.Open::of)
                                .toList(),
                        once,
                        trouble,
                        trouble == null ? "" : Objects.requireNonNullElse(request.getParameter("name"), "")));
    }
}
