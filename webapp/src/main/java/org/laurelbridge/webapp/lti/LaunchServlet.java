package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.laurelbridge.bridge.lti.launch.Launching;
import org.laurelbridge.bridge.lti.launch.Launching.Ended;
import org.laurelbridge.bridge.lti.launch.Launching.Paused;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.OwnCookie;
import org.laurelbridge.webapp.session.SameOrigin;
import org.laurelbridge.webapp.words.Saying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /lti/launch}: a browser comes back from its platform with a token (SEC §5.1.1.3). */
public final class LaunchServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(LaunchServlet.class);
    private static final String HELD = "held";

    private final transient Launching launching;
    private final transient Arrivals arrivals;
    private final transient RefusedLaunches refusals;
    private final boolean isSecure;
    private final transient Pages pages;

    public LaunchServlet(
            Launching launching, Arrivals arrivals, RefusedLaunches refusals, boolean isSecure, Pages pages) {
        this.launching = launching;
        this.arrivals = arrivals;
        this.refusals = refusals;
        this.isSecure = isSecure;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String state = parameter(request, "state");
        if (request.getParameter("error") != null) {
            refuse(response, RefusedPage.of(Saying.of("lti.why.signed-out")));
            return;
        }
        OwnCookie cookie = LaunchCookie.of(state, isSecure);
        Optional<LaunchCookie.Kept> kept = cookie.read(request).map(LaunchCookie.Kept::read);
        Optional<String> browser = kept.map(LaunchCookie.Kept::browser).or(() -> held(request));
        if (browser.isEmpty()) {
            askElsewhere(request, response, state);
            return;
        }
        cookie.remove(response);
        boolean keepsCookies = kept.isPresent() || !OwnCookie.isFramed(request);
        Arrivals.Way way = new Arrivals.Way(keepsCookies, kept.flatMap(LaunchCookie.Kept::waiting));
        finish(request, response, launching.end(state, browser.get(), parameter(request, "id_token")), way);
    }

    private void finish(HttpServletRequest request, HttpServletResponse response, Ended ended, Arrivals.Way way)
            throws IOException {
        if (ended instanceof Ended.Refused refused) {
            refused.faults().forEach(fault -> LOG.warn("a launch was refused: {}", fault.sentence()));
            refusals.tell(
                    request,
                    refused.platform().map(platform -> platform.id().toString()).orElse(RefusedLaunches.UNKNOWN),
                    refused.faults());
            refuse(response, RefusedPage.ofFaults(refused.faults()));
            return;
        }
        arrivals.receive(request, response, (Ended.Welcome) ended, way);
    }

    /** The browser brings nothing of what it was given: perhaps it keeps it at the platform, perhaps it keeps nothing in a frame. */
    private void askElsewhere(HttpServletRequest request, HttpServletResponse response, String state)
            throws IOException {
        Optional<Paused> paused = launching.find(state);
        if (paused.isEmpty()) {
            refuse(response, RefusedPage.ofAnother());
            return;
        }
        String storage = request.getParameter(StoragePage.PARAMETER);
        if (StoragePage.isFrame(storage) && request.getParameter(HELD) == null) {
            StoragePage.allowScript(response);
            // its form says where it comes from
            response.setHeader("Referrer-Policy", "same-origin");
            pages.show(
                    response,
                    "lti/bring.jte",
                    StoragePage.bringBack(
                            storage, paused.get().authorization(), state, parameter(request, "id_token")));
            return;
        }
        WindowPage.allowScript(response);
        pages.show(response, "lti/window.jte", WindowPage.of(paused.get().login()));
    }

    /**
     * What the platform kept for the browser, when a page of ours posts it. Anybody may begin a login and end it in another's browser,
     * and nothing but where the form comes from tells them apart (login CSRF).
     */
    private Optional<String> held(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(HELD))
                .filter(value -> !value.isEmpty() && SameOrigin.sent(request, launching.launchAddress()));
    }

    private void refuse(HttpServletResponse response, RefusedPage page) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        pages.show(response, "lti/refused.jte", page);
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null && request.getParameter("error") == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return value == null ? "" : value;
    }
}
