package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.launch.Launching.Ended.Welcome;
import org.laurelbridge.bridge.lti.place.Arriving;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** Receives who comes in from a platform: lets them choose what to place, or signs them in and leads them to what they came for. */
public final class Arrivals {
    private final Arriving arriving;
    private final DeepLinkingDesk desk;
    private final Landing landing;
    private final Sessions sessions;
    private final Pages pages;

    public Arrivals(Arriving arriving, DeepLinkingDesk desk, Landing landing, Sessions sessions, Pages pages) {
        this.arriving = arriving;
        this.desk = desk;
        this.landing = landing;
        this.sessions = sessions;
        this.pages = pages;
    }

    void receive(HttpServletRequest request, HttpServletResponse response, Welcome welcome) throws IOException {
        welcome.launch().user().locale().ifPresent(tag -> sessions.languages().tell(request, response, tag));
        Account account = arriving.arrive(welcome.platform(), welcome.launch());
        if (account.isDisabled()) {
            refuse(response, "lti.why.closed");
        } else if (welcome.launch().message() instanceof DeepLinking asked) {
            choose(response, account, welcome, asked);
        } else {
            sessions.signIn(account, request, response);
            response.sendRedirect(
                    landing.of(welcome.platform(), welcome.launch()).toString(), HttpServletResponse.SC_SEE_OTHER);
        }
    }

    private void choose(HttpServletResponse response, Account account, Welcome welcome, DeepLinking asked)
            throws IOException {
        if (!Roles.teach(welcome.launch().user().roles())) {
            refuse(
                    response,
                    "lti.why.instructor");
            return;
        }
        pages.show(response, "lti/choose.jte", desk.begin(account, welcome.platform(), welcome.launch(), asked));
    }

    private void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        pages.show(response, "lti/refused.jte", RefusedPage.of(Saying.of(why)));
    }
}
