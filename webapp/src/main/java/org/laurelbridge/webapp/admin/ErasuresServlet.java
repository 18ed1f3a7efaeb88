package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/erasures}: reports of erasures, in which nothing says of whom. */
public final class ErasuresServlet extends HttpServlet {
    private static final int SHOWN = 100;

    private final transient Erasing erasing;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public ErasuresServlet(Erasing erasing, Sessions sessions, Pages pages, InstantSource clock) {
        this.erasing = erasing;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/erasures.jte", ErasuresPage.of(frame, erasing.list(SHOWN)));
    }
}
