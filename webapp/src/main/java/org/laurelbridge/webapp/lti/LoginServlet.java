package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.lti.launch.Launching;
import org.laurelbridge.bridge.lti.launch.Launching.Begun;
import org.laurelbridge.bridge.lti.launch.Launching.Paused;
import org.laurelbridge.bridge.lti.launch.LoginRequest;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.OwnCookie;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * {@code GET} and {@code POST /lti/login}: a platform announces that somebody comes (SEC §5.1.1.1). Whether a browser keeps our cookie
 * inside the platform's page is seen before it goes on: Moodle takes an announcement once, so that it could not begin anew afterwards.
 */
public final class LoginServlet extends HttpServlet {
    private static final String CLAUSE = "SEC §5.1.1.1";
    private static final int LONGEST = 4_000;
    private static final String BEGUN = "begun";

    private final transient Launching launching;
    private final transient RefusedLaunches refusals;
    private final boolean isSecure;
    private final transient Pages pages;

    public LoginServlet(Launching launching, RefusedLaunches refusals, boolean isSecure, Pages pages) {
        this.launching = launching;
        this.refusals = refusals;
        this.isSecure = isSecure;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String begun = request.getParameter(BEGUN);
        if (begun == null) {
            begin(request, response);
        } else {
            goOn(begun, request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(request, response);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Begun begun = launching.begin(read(request));
        if (begun instanceof Begun.Refused refused) {
            refusals.tell(request, RefusedLaunches.UNKNOWN, refused.why());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            pages.show(
                    response,
                    "lti/refused.jte",
                    RefusedPage.of(Saying.of("lti.why.fault", new English(refused.why()))));
            return;
        }
        Begun.Onward onward = (Begun.Onward) begun;
        LaunchCookie.of(onward.state(), isSecure)
                .put(response, new LaunchCookie.Kept(onward.browser(), waiting(request)).written());
        String storage = request.getParameter(StoragePage.PARAMETER);
        if (StoragePage.isFrame(storage)) {
            StoragePage.allowScript(response);
            pages.show(response, "lti/keep.jte", StoragePage.keep(storage, onward));
            return;
        }
        response.sendRedirect(
                OwnCookie.isFramed(request)
                        ? "/lti/login?" + BEGUN + "=" + onward.state()
                        : onward.address().toString());
    }

    /** Inside another page: on to the platform when the browser brings its cookie, else in a window of its own. */
    private void goOn(String state, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Paused paused = launching.find(state).orElse(null);
        if (paused == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            pages.show(response, "lti/refused.jte", RefusedPage.ofAnother());
        } else if (LaunchCookie.of(state, isSecure).read(request).isPresent()) {
            response.sendRedirect(paused.onward().toString());
        } else {
            WindowPage.allowScript(response);
            pages.show(response, "lti/window.jte", WindowPage.of(paused.login()));
        }
    }

    // followed from a page of ours, else somebody would have what others choose shown to themselves
    private static Optional<String> waiting(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(WindowPage.WAITING))
                .filter(page ->
                        page.matches("[A-Za-z0-9_-]{43}") && "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static LoginRequest read(HttpServletRequest request) {
        List<Problem> problems = new ArrayList<>();
        LoginRequest login = new LoginRequest(
                required(request, "iss", problems),
                required(request, "target_link_uri", problems),
                required(request, "login_hint", problems),
                optional(request, "lti_message_hint"),
                optional(request, "client_id"));
        if (!problems.isEmpty()) {
            throw new RequestFailure(Reason.BAD_INPUT, problems);
        }
        return login;
    }

    private static String required(HttpServletRequest request, String name, List<Problem> problems) {
        Optional<String> value = optional(request, name);
        if (value.isEmpty()) {
            problems.add(new Problem(
                    name,
                    request.getParameter(name) == null ? "nothing" : "nothing, or too much",
                    "a text of at most " + LONGEST + " characters",
                    CLAUSE));
        }
        return value.orElse("");
    }

    private static Optional<String> optional(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST);
    }
}
