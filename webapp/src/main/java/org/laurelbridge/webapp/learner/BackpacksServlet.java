package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Connecting.Begun;
import org.laurelbridge.bridge.send.Connecting.Ended;
import org.laurelbridge.bridge.send.Connecting.Return;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my/backpacks}: where badges go, and adding a place; {@code …/back}: where hosts send learners back to. */
public final class BackpacksServlet extends HttpServlet {
    static final String PATH = "/my/backpacks";
    private static final String BACK = PATH + "/back";

    private final transient BackpackDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public BackpacksServlet(BackpackDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(BACK)) {
            back(request, response);
        } else {
            show(request, response, List.of(), "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = Optional.ofNullable(request.getParameter("address")).orElse("");
        Begun begun = desk.backpacking().connecting().begin(account(request), sessions.ownSecret(request), typed);
        if (begun instanceof Begun.Ready ready) {
            pages.show(response, "my/backpack-found.jte", desk.found(MyFrame.of(request, sessions), ready));
        } else {
            show(request, response, ((Begun.Blocked) begun).why(), typed);
        }
    }

    private void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Return came = new Return(
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("error"),
                request.getParameter("error_description"),
                request.getParameter("iss"));
        Ended ended = desk.backpacking()
                .connecting()
                .by(Doing.of(request))
                .end(account(request), sessions.ownSecret(request), came);
        if (ended instanceof Ended.Connected connected) {
            // another address: what came back is not to be sent twice
            String path = BackpackDesk.path(connected.backpack());
            response.sendRedirect(Notice.BACKPACK_CONNECTED.at(path), HttpServletResponse.SC_SEE_OTHER);
        } else {
            show(request, response, List.of(((Ended.Failed) ended).why()), "");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<String> troubles, String typed)
            throws IOException {
        MyFrame frame = MyFrame.of(request, sessions);
        pages.show(response, "my/backpacks.jte", desk.all(frame, learner(request), troubles, typed));
    }

    // its guard let in nobody else
    private PersonId learner(HttpServletRequest request) {
        return sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
    }

    private UUID account(HttpServletRequest request) {
        return sessions.visitor(request).map(Visitor::account).orElseThrow();
    }
}
