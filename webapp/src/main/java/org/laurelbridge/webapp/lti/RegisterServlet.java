package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.lti.register.Invitations;
import org.laurelbridge.bridge.lti.register.Registering;
import org.laurelbridge.bridge.lti.register.Registering.Outcome;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.xapi.Problem;

/**
 * {@code /lti/register}: a platform opens the one address that its administrator pasted (Dynamic Registration 1.0 §3.4). Nothing is
 * asked anywhere before somebody who was invited agrees.
 */
public final class RegisterServlet extends HttpServlet {
    private static final int LONGEST = 2_000;

    private final transient Invitations invitations;
    private final transient Registering registering;
    private final transient LtiPlatforms platforms;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public RegisterServlet(
            Invitations invitations,
            Registering registering,
            LtiPlatforms platforms,
            Pages pages,
            InstantSource clock) {
        this.invitations = invitations;
        this.registering = registering;
        this.platforms = platforms;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        URI configuration = configuration(request);
        RegistrationFrame.allow(response, configuration);
        Optional<Invitation> invitation = invitations.find(parameter(request, "invitation"), clock.instant());
        if (invitation.isEmpty()) {
            notInvited(response);
            return;
        }
        pages.show(
                response,
                "lti/register.jte",
                new RegisterPage(
                        invitation.get().name(),
                        configuration,
                        parameter(request, "invitation"),
                        token(request).orElse("")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        URI configuration = configuration(request);
        RegistrationFrame.allow(response, configuration);
        Optional<Invitation> taken = invitations.take(parameter(request, "invitation"), clock.instant());
        if (taken.isEmpty()) {
            notInvited(response);
            return;
        }
        Invitation invitation = taken.get();
        Outcome outcome = registering.register(invitation, configuration, token(request));
        if (outcome instanceof Outcome.Refused refused) {
            refuse(response, refused.problems());
            return;
        }
        Outcome.Registered registered = (Outcome.Registered) outcome;
        if (!platforms
                .by(Doing.by(request, Doer.Kind.PLATFORM, invitation.name()))
                .add(registered.platform(), clock.instant())) {
            refuse(
                    response,
                    List.of(new Problem(
                            "platform " + invitation.name(),
                            "one that is here already, by its name or its issuer and client id",
                            "a new one",
                            "")));
            return;
        }
        StoragePage.allowScript(response);
        pages.show(response, "lti/registered.jte", registered.platform());
    }

    private void notInvited(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        pages.show(response, "lti/not-registered.jte", RefusedPage.of(Saying.of("lti.why.invitation")));
    }

    private void refuse(HttpServletResponse response, List<Problem> problems) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        pages.show(response, "lti/not-registered.jte", RefusedPage.ofProblems(problems));
    }

    private static URI configuration(HttpServletRequest request) {
        String given = parameter(request, "openid_configuration");
        try {
            URI uri = new URI(given);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new RequestFailure(
                Reason.BAD_INPUT,
                List.of(new Problem(
                        "openid_configuration",
                        given.isEmpty() ? "nothing" : "something else",
                        "the address that a platform adds when it opens this page",
                        "Dynamic Registration 1.0 §3.4")));
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.of(parameter(request, "registration_token")).filter(token -> !token.isEmpty());
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }
}
