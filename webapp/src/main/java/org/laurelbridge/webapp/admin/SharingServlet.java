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
import org.laurelbridge.webapp.session.Doing;

/**
 * {@code …/{award}/sharing}: what others see of an award; {@code …/hosted}: asks before the hosted form is opened. An award that is
 * not theirs to decide about is not there.
 */
public final class SharingServlet extends HttpServlet {
    private static final String SHARING = "sharing";
    private static final String HOSTED = "hosted";

    private final transient Awards awards;
    private final transient Choosing choosing;
    private final transient Sharer sharer;
    private final transient Pages pages;

    public SharingServlet(Awards awards, Choosing choosing, Sharer sharer, Pages pages) {
        this.awards = awards;
        this.choosing = choosing;
        this.sharer = sharer;
        this.pages = pages;
    }

    private record Place(Award award, boolean isHosted) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = place(request);
        SharingPage page = choosing.page(place.award, path(place.award));
        pages.show(response, sharer.template(place.isHosted), sharer.framed(request, page));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = place(request);
        Choosing theirs = choosing.by(Doing.of(request));
        Notice notice = place.isHosted
                ? theirs.openHosted(place.award)
                : theirs.choose(place.award, isOn(request, "public"), sharing(request));
        response.sendRedirect(notice.at(path(place.award) + SHARING), HttpServletResponse.SC_SEE_OTHER);
    }

    private String path(Award award) {
        return sharer.path() + award.id() + "/";
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
                .filter(award -> award.status().isGiven() && sharer.mayTouch(request, award))
                .map(award -> new Place(award, parts[2].equals(HOSTED)))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
