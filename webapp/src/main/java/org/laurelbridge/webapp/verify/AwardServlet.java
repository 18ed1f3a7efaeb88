package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.AdminSessions;

/** {@code /awards/…}: one award. A private one is not there, unless an administrator looks. */
public final class AwardServlet extends HttpServlet {
    private final transient Awards awards;
    private final transient AwardForms forms;
    private final transient AdminSessions sessions;

    public AwardServlet(Awards awards, AwardForms forms, AdminSessions sessions) {
        this.awards = awards;
        this.forms = forms;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AwardPlace place = Place.of(request, AwardPlace.class);
        Award award = awards.find(place.award().value())
                .filter(found -> found.isPublic() || sessions.isSignedIn(request))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        forms.send(award, place.award(), place.form(), request, response);
    }
}
