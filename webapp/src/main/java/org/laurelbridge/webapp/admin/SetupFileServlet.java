package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.moving.Setup;
import org.laurelbridge.bridge.moving.SetupWriter;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/moving/export}: what is set up here, as a file. */
public final class SetupFileServlet extends HttpServlet {
    private final transient MovingDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public SetupFileServlet(MovingDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Setup setup = desk.moving().current(MovingDesk.parts(request.getParameterValues("part")));
        byte[] file;
        try {
            file = desk.moving().export(setup, Doing.of(request));
        } catch (SetupWriter.TooLarge large) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            Frame frame = Frame.of(request, sessions, desk.now());
            pages.show(response, "admin/moving.jte", MovingPage.tooLarge(frame, desk.waiting()));
            return;
        }
        boolean isZip = SetupWriter.isZip(setup);
        response.setContentType(isZip ? "application/zip" : "application/yaml;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + SetupWriter.fileName(setup) + "\"");
        response.getOutputStream().write(file);
    }
}
