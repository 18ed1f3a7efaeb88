package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.PlatformFigures;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/platforms/{id}}: one platform; its deployments are allowed and it is removed from here. */
public final class PlatformServlet extends HttpServlet {
    private static final int LONGEST_DEPLOYMENT = 255;

    private final transient LtiPlatforms platforms;
    private final transient PlatformFigures figures;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public PlatformServlet(
            LtiPlatforms platforms, PlatformFigures figures, Sessions sessions, Pages pages, InstantSource clock) {
        this.platforms = platforms;
        this.figures = figures;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, platform(request), null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LtiPlatform platform = platform(request);
        String action = Objects.requireNonNullElse(request.getParameter("do"), "");
        switch (action) {
            case "allow" -> allow(request, response, platform);
            case "remove" -> {
                platforms.by(Doing.of(request)).remove(platform.id());
                response.sendRedirect(
                        Notice.PLATFORM_REMOVED.at(PlatformsServlet.HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    private void allow(HttpServletRequest request, HttpServletResponse response, LtiPlatform platform)
            throws IOException {
        String deployment = Objects.requireNonNullElse(request.getParameter("deployment"), "")
                .strip();
        if (deployment.isEmpty() || deployment.length() > LONGEST_DEPLOYMENT) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, platform, Saying.of("admin.deployment.length", LONGEST_DEPLOYMENT));
            return;
        }
        platforms.by(Doing.of(request)).allow(platform.id(), deployment, clock.instant());
        response.sendRedirect(
                Notice.DEPLOYMENT_ALLOWED.at(PlatformsServlet.HERE + "/" + platform.id()),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private LtiPlatform platform(HttpServletRequest request) {
        return Paging.uuid(String.valueOf(request.getPathInfo()).replaceFirst("/", ""))
                .flatMap(platforms::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, LtiPlatform platform, @Nullable Saying trouble)
            throws IOException {
        Instant now = clock.instant();
        Frame frame = Frame.of(request, sessions, now);
        pages.show(
                response,
                "admin/platform.jte",
                new PlatformsPage.One(frame, PlatformsPage.line(platform, figures.read(), now), trouble));
    }
}
