package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.learner.MyFrame;
import org.laurelbridge.webapp.oauth.Asked.Read;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * {@code /oauth/authorize}: a learner who is signed in allows an application something, or refuses (RFC 6749 §4.1; Open Badges 3.0
 * §7.1.2). The browser is sent back to an address that the application registered, and nowhere else.
 */
public final class AuthorizeServlet extends HttpServlet {
    private final transient Clients clients;
    private final transient Grants grants;
    private final transient URI issuer;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public AuthorizeServlet(
            Clients clients, Grants grants, OAuthPlaces places, Sessions sessions, Pages pages, InstantSource clock) {
        this.clients = clients;
        this.grants = grants;
        this.issuer = places.issuer();
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (good(query, request, response) instanceof Read.Good good) {
            letSendBack(good.redirect(), response);
            MyFrame frame = MyFrame.of(request, sessions);
            pages.show(response, "oauth/consent.jte", ConsentPage.of(frame, good, query));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = Objects.requireNonNullElse(request.getParameter("asked"), "");
        if (!(good(query, request, response) instanceof Read.Good good)) {
            return;
        }
        Set<Scope> chosen = chosen(request, good);
        boolean isAllowed = "allow".equals(request.getParameter("decision"))
                && !EnumSet.of(Scope.OFFLINE).containsAll(chosen);
        URI answer = isAllowed
                ? allow(good, sessions.visitor(request).orElseThrow().account(), chosen, grants.by(Doing.of(request)))
                : asked().answer(good.redirect(), OAuth2Error.ACCESS_DENIED, good.state());
        letSendBack(good.redirect(), response);
        response.sendRedirect(answer.toString(), HttpServletResponse.SC_SEE_OTHER);
    }

    /** The request; whatever is wrong with it was answered when it is not good. */
    private Read good(String query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Read read = asked().read(query);
        if (read instanceof Read.Wrong wrong && isKnown(wrong, request)) {
            response.sendRedirect(wrong.answer().toString(), HttpServletResponse.SC_SEE_OTHER);
        } else if (read instanceof Read.Wrong wrong) {
            refuse("oauth.why.asked", wrong.answer(), request, response);
        } else if (read instanceof Read.Homeless homeless) {
            refuse(homeless.why(), null, request, response);
        } else if (learner(request).isEmpty()) {
            Read.Homeless nobody = new Read.Homeless("oauth.why.account");
            refuse(nobody.why(), null, request, response);
            return nobody;
        }
        return read;
    }

    /** Whether the learner allows the application something: whoever registers must not lead others away by a link to Laurel. */
    private boolean isKnown(Read.Wrong wrong, HttpServletRequest request) {
        return learner(request).stream()
                .flatMap(learner -> grants.list(learner, clock.instant()).stream())
                .anyMatch(allowed -> allowed.client().id().equals(wrong.client()));
    }

    private void refuse(String why, @Nullable URI back, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        pages.show(response, "oauth/refused.jte", RefusedPage.of(MyFrame.of(request, sessions), why, back));
    }

    private Asked asked() {
        return new Asked(clients, issuer);
    }

    private Optional<PersonId> learner(HttpServletRequest request) {
        return sessions.visitor(request).flatMap(Visitor::learner);
    }

    /** Those of the scopes asked for that the learner left ticked. */
    private static Set<Scope> chosen(HttpServletRequest request, Read.Good asked) {
        String[] words = request.getParameterValues("scope");
        Set<Scope> chosen = words == null ? EnumSet.noneOf(Scope.class) : Scope.known(Arrays.asList(words));
        chosen.retainAll(asked.scopes());
        return chosen;
    }

    private URI allow(Read.Good asked, UUID account, Set<Scope> chosen, Grants theirs) {
        String code = theirs.allow(
                new Grants.Allowance(
                        asked.client().client().id(),
                        account,
                        chosen,
                        asked.redirect().toString(),
                        asked.challenge()),
                clock.instant());
        URI answer = new AuthorizationSuccessResponse(
                        asked.redirect(),
                        new AuthorizationCode(code),
                        null,
                        asked.state(),
                        new Issuer(issuer),
                        ResponseMode.QUERY)
                .toURI();
        // which Open Badges 3.0 wants, and OAuth does not (§7.1.2.2)
        return URI.create(answer + "&scope=" + URLEncoder.encode(Scope.text(chosen), StandardCharsets.UTF_8));
    }

    /** Lets the form's answer lead to the application: browsers hold a redirect against {@code form-action}, too (CSP 3 §4.2). */
    private static void letSendBack(URI redirect, HttpServletResponse response) {
        // a policy cannot name an address of IPv6
        String origin = redirect.getHost().startsWith("[")
                ? redirect.getScheme() + ":"
                : redirect.getScheme() + "://" + redirect.getRawAuthority();
        String policy = Objects.requireNonNullElse(response.getHeader("Content-Security-Policy"), "");
        response.setHeader(
                "Content-Security-Policy", policy.replace("form-action 'self'", "form-action 'self' " + origin));
    }
}
