package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.verify.AwardPage.Viewed;
import org.laurelbridge.webapp.verify.AwardPage.Viewer;

/**
 * {@code /awards/…}: one award. A private one is not there, unless an administrator or its learner looks; its hosted assertion is, once
 * its learner agreed to that. What names the learner is never public. The address of the page answers a program with the credential
 * itself.
 */
public final class AwardServlet extends HttpServlet {
    // an award may be taken back at any time: whoever keeps a copy asks whether it still holds
    private static final String PUBLIC = "no-cache";
    private static final String PRIVATE = "no-store";

    private final transient Awards awards;
    private final transient Earnings earnings;
    private final transient Sharing.Choices choices;
    private final transient AwardForms forms;
    private final transient AwardPages pages;
    private final transient Sessions sessions;

    public AwardServlet(
            Awards awards,
            Earnings earnings,
            Sharing.Choices choices,
            AwardForms forms,
            AwardPages pages,
            Sessions sessions) {
        this.awards = awards;
        this.earnings = earnings;
        this.choices = choices;
        this.forms = forms;
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AwardPlace named = Place.of(request, AwardPlace.class);
        AwardPlace place = named.form() == AwardForm.PAGE
                ? new AwardPlace(named.award(), Accepted.of(request, response).award())
                : named;
        if (forms.isWithdrawn(place, response)) {
            return;
        }
        Award award = awards.find(place.award().value())
                .filter(found -> isOpen(found, place.form()) || viewer(found, request) != Viewer.ANYONE)
                .orElseThrow(AwardServlet::nothing);
        Earned earned = earnings.find(place.award().value()).orElseThrow(AwardServlet::nothing);
        String cached = isOpen(award, place.form()) ? PUBLIC : PRIVATE;
        switch (place.form()) {
            case PAGE -> {
                Sharing sharing = choices.find(award.id());
                pages.show(new Viewed(award, earned, sharing, viewer(award, request)), cached, response);
            }
            case CERTIFICATE -> pages.print(award, earned, response);
            default -> forms.send(earned, place.form(), cached, request, response);
        }
    }

    private Viewer viewer(Award award, HttpServletRequest request) {
        if (sessions.isLearner(request, award.person())) {
            return Viewer.ITS_LEARNER;
        }
        return sessions.isAdministrator(request) ? Viewer.ADMINISTRATOR : Viewer.ANYONE;
    }

    private boolean isOpen(Award award, AwardForm form) {
        return switch (form) {
            case CERTIFICATE -> false;
            case OB2 -> award.isPublic() || choices.find(award.id()).hosted();
            default -> award.isPublic();
        };
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
