package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.launch.Launching.Ended.Welcome;
import org.laurelbridge.bridge.lti.place.Arriving;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.WindowView;
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

    /**
     * How a browser came.
     *
     * @param keepsCookies it keeps a session: it does in a window, and in a frame when it brought what it was given
     * @param waiting the page in a frame that waits for what is to be chosen; empty for none
     */
    record Way(boolean keepsCookies, Optional<String> waiting) {}

    void receive(HttpServletRequest request, HttpServletResponse response, Welcome welcome, Way way)
            throws IOException {
        welcome.launch().user().locale().ifPresent(tag -> sessions.languages().tell(request, response, tag));
        Account account = arriving.arrive(welcome.platform(), welcome.launch());
        if (account.isDisabled()) {
            refuse(response, "lti.why.closed");
        } else if (welcome.launch().message() instanceof DeepLinking asked) {
            choose(response, account, welcome, asked, way.waiting());
        } else {
            sessions.signIn(account, request, response);
            goOn(request, response, landing.of(welcome.platform(), welcome.launch()), way);
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, URI target, Way way)
            throws IOException {
        if (way.keepsCookies()) {
            response.sendRedirect(target.toString(), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        WindowView.mayBeSent(response);
        pages.show(
                response,
                "window.jte",
                new WindowView(
                        path,
                        WindowView.Why.NO_COOKIES,
                        sessions.ticket(request).orElse("")));
    }

    private void choose(
            HttpServletResponse response, Account account, Welcome welcome, DeepLinking asked, Optional<String> waiting)
            throws IOException {
        if (!Roles.teach(welcome.launch().user().roles())) {
            refuse(response, "lti.why.instructor");
            return;
        }
        ChoosePage page = desk.begin(account, welcome.platform(), welcome.launch(), asked, waiting);
        pages.show(response, waiting.isPresent() ? "lti/back.jte" : "lti/choose.jte", page);
    }

    private void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        pages.show(response, "lti/refused.jte", RefusedPage.of(Saying.of(why)));
    }
}
