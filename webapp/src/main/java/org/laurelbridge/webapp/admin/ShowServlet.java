package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;

/** {@code POST /admin/show}: makes an award public or private, for its learner, until learners sign in. */
public final class ShowServlet extends HttpServlet {
    private final transient Awards awards;
    private final transient Showing showing;

    public ShowServlet(Awards awards, Showing showing) {
        this.awards = awards;
        this.showing = showing;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = Paging.uuid(request, "award")
                .flatMap(awards::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        boolean isPublic = "yes".equals(request.getParameter("public"));
        Notice notice =
                award.isPublic() == isPublic || showing.by(Doing.of(request)).show(award, isPublic)
                        ? isPublic ? Notice.MADE_PUBLIC : Notice.MADE_PRIVATE
                        : Notice.CHANGED_MEANWHILE;
        response.sendRedirect(notice.at("/admin/people/" + award.person()), HttpServletResponse.SC_SEE_OTHER);
    }
}
