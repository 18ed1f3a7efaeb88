package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /teach/inbox}: what waits for an instructor's word. It is given on the page of the class. */
public final class InboxServlet extends HttpServlet {
    private static final String POLICY = "Content-Security-Policy";

    private final transient ClassDesk desk;
    private final transient Cases cases;
    private final transient ToIntFunction<Visitor> plans;
    private final transient Sessions sessions;
    private final transient Pages pages;

    /** @param plans how many plans of somebody's rules wait */
    public InboxServlet(
            ClassDesk desk, Approvals approvals, ToIntFunction<Visitor> plans, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.cases = new Cases(desk.explanations(), approvals);
        this.plans = plans;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        InboxAddress.Asked asked = InboxAddress.Asked.of(request);
        Inbox.Found found = new Inbox(desk).find(visitor, asked);
        letSeePictures(response);
        TeachFrame frame = TeachFrame.of(request, sessions);
        InboxView view = new InboxView(desk, cases, visitor, pages.words(response));
        pages.show(response, "teach/inbox.jte", view.page(frame, asked, found, plans.applyAsInt(visitor)));
    }

    /** Pictures that were handed in are fetched by the reader's browser when they open them, and never by Laurel. */
    public static void letSeePictures(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            response.setHeader(POLICY, policy.replace("img-src 'self' data:;", "img-src 'self' data: https:;"));
        }
    }
}
