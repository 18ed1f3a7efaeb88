package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;

/**
 * {@code /admin/awards/{award}/sharing}: what others see of an award, chosen for its learner until learners sign in;
 * {@code …/hosted}: asks before the hosted form is opened.
 */
public final class SharingServlet extends HttpServlet {
    private static final String SHARING = "sharing";
    private static final String HOSTED = "hosted";

    private final transient Awards awards;
    private final transient Choosing choosing;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public SharingServlet(Awards awards, Choosing choosing, Sessions sessions, Pages pages) {
        this.awards = awards;
        this.choosing = choosing;
        this.sessions = sessions;
        this.pages = pages;
    }

    private record Place(Award award, String what) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = place(request);
        Frame frame = Frame.of(request, sessions, choosing.now());
        String template = place.what.equals(HOSTED) ? "admin/hosted.jte" : "admin/sharing.jte";
        pages.show(response, template, choosing.page(frame, place.award));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = place(request);
        Notice notice = place.what.equals(HOSTED)
                ? choosing.openHosted(place.award)
                : choosing.choose(place.award, isOn(request, "public"), sharing(request));
        String path = "/admin/awards/" + place.award.id() + "/" + SHARING;
        response.sendRedirect(notice.at(path), HttpServletResponse.SC_SEE_OTHER);
    }

    private static Sharing sharing(HttpServletRequest request) {
        return new Sharing(
                isOn(request, "evidence"), isOn(request, "score"), isOn(request, "plain"), isOn(request, HOSTED));
    }

    /** A box that is not ticked sends nothing. */
    private static boolean isOn(HttpServletRequest request, String name) {
        return request.getParameter(name) != null;
    }

    private Place place(HttpServletRequest request) {
        String[] parts = String.valueOf(request.getPathInfo()).split("/", -1);
        if (parts.length != 3 || !(parts[2].equals(SHARING) || parts[2].equals(HOSTED))) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return Paging.uuid(parts[1])
                .flatMap(awards::find)
                .filter(award -> award.status().isGiven())
                .map(award -> new Place(award, parts[2]))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
