package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /teach/charts/…}, {@code /teach/board/…} and {@code /teach/statements/…}: what an instructor watches of a class. */
public final class WatchServlet extends HttpServlet {
    private final transient WatchDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public WatchServlet(WatchDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        boolean isStatement = request.getServletPath().equals(WatchAddress.STATEMENTS);
        WatchAddress asked = asked(request, isStatement ? 2 : 0);
        ClassDesk.Pupils of = desk.desk().open(visitor, asked.course());
        TeachFrame frame = TeachFrame.of(request, sessions);
        if (isStatement) {
            pages.show(
                    response,
                    "teach/statement.jte",
                    desk.statement(
                            frame,
                            of,
                            asked.id(0).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND)),
                            asked.id(1).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND)),
                            pages.words(response)));
        } else if (request.getServletPath().equals(WatchAddress.CHARTS)) {
            pages.show(response, "teach/charts.jte", desk.charts(frame, of, pages.words(response)));
        } else {
            pages.show(response, "teach/board.jte", desk.board(frame, of, pages.words(response)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals(WatchAddress.BOARD)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        WatchAddress asked = asked(request, 0);
        ClassDesk.Pupils of = desk.desk().open(sessions.visitor(request).orElseThrow(), asked.course());
        String wish = String.valueOf(request.getParameter("do"));
        if (!wish.equals("on") && !wish.equals("off")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        desk.desk()
                .teaching()
                .leaderboards()
                .by(Doing.of(request))
                .set(of.taught().course(), wish.equals("on"));
        response.sendRedirect(WatchAddress.board(asked.course()), HttpServletResponse.SC_SEE_OTHER);
    }

    private static WatchAddress asked(HttpServletRequest request, int parts) {
        return WatchAddress.read(request.getPathInfo(), parts).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
