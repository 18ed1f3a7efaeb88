package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.PasswordSignIn;
import org.laurelbridge.bridge.account.PasswordSignIn.Answer;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.SignInLimits;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /sign-in}: a name with its password, or an administrator's token, for a session; and back to the page that was asked for. */
public final class SignInServlet extends HttpServlet {
    private final transient Sessions sessions;
    private final transient PasswordSignIn passwords;
    private final transient SignInLimits limits;
    private final transient Pages pages;

    public SignInServlet(Sessions sessions, PasswordSignIn passwords, SignInLimits limits, Pages pages) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = sessions.visitor(request);
        if (visitor.isPresent()) {
            response.sendRedirect(
                    next(request, visitor.get().roles(), visitor.get().learner().isPresent()));
            return;
        }
        show(request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!sessions.strangersForm().isOurs(request)) {
            throw new RequestFailure(Reason.FORGED);
        }
        if (request.getParameter("token") == null) {
            byPassword(request, response);
        } else {
            byToken(request, response);
        }
    }

    private void byPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = passwords.check(field(request, "name"), field(request, "password"), request.getRemoteAddr());
        if (answer instanceof Answer.In in) {
            Account account = in.account();
            sessions.signIn(account, request, response);
            goOn(next(request, account.roles(), account.learner() != null), response);
        } else if (answer instanceof Answer.Wait wait) {
            throw RequestFailure.waits(wait.left());
        } else {
            refuse(request, response, "The name or the password is not right.");
        }
    }

    // a right token always gets in: behind a proxy all have one address, and a stranger's guesses would lock everybody
    // out
    private void byToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.signIn(field(request, "token"), request, response)) {
            goOn(next(request, Set.of(Role.ADMINISTRATOR), false), response);
            return;
        }
        Optional<Duration> wait = limits.wrong(request.getRemoteAddr());
        if (wait.isPresent()) {
            throw RequestFailure.waits(wait.get());
        }
        refuse(request, response, "This is not an administrator's token.");
    }

    private static void goOn(String path, HttpServletResponse response) throws IOException {
        response.sendRedirect(path, HttpServletResponse.SC_SEE_OTHER);
    }

    /** Where they wanted to go; else where somebody like them starts. */
    private static String next(HttpServletRequest request, Set<Role> roles, boolean isLearner) {
        String home = roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.VIEWER) ? "/admin" : "/";
        return to(request).orElse(isLearner && home.equals("/") ? "/my" : home);
    }

    private static Optional<String> to(HttpServletRequest request) {
        return ReturnPath.of(request.getParameter("to"));
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String trouble) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        show(request, response, trouble);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, @Nullable String trouble)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(
                response,
                "sign-in.jte",
                new SignInPage(
                        sessions.strangersForm().token(request, response),
                        to(request).orElse(null),
                        field(request, "name"),
                        trouble,
                        request.getParameter("token") != null));
    }
}
