package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.account.PasswordSignIn;
import org.laurelbridge.bridge.account.PasswordSignIn.Answer;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.SignInLimits;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.webapp.server.Origin;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Saying;

/** {@code /sign-in}: a name with its password, or an administrator's token, for a session; and back to the page that was asked for. */
public final class SignInServlet extends HttpServlet {
    private final transient Sessions sessions;
    private final transient PasswordSignIn passwords;
    private final transient SignInLimits limits;
    private final transient SignInForm form;
    private final transient Audit audit;

    public SignInServlet(PasswordSignIn passwords, SignInLimits limits, SignInForm form, Audit audit) {
        this.audit = audit;
        this.sessions = form.sessions();
        this.passwords = passwords;
        this.limits = limits;
        this.form = form;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElse(null);
        if (visitor == null) {
            form.show(SignInForm.to(request), null, request, response);
        } else {
            SignInForm.goOn(
                    SignInForm.to(request), visitor.roles(), visitor.learner().isPresent(), response);
        }
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
        Answer answer = passwords.check(field(request, "name"), field(request, "password"), Origin.of(request));
        if (answer instanceof Answer.In in) {
            form.enter(in.account(), SignInForm.to(request), request, response);
        } else if (answer instanceof Answer.Wait wait) {
            throw RequestFailure.waits(wait.left());
        } else {
            tell(request, "account", passwords.named(field(request, "name")).map(UUID::toString));
            refuse(request, response, Saying.of("sign-in.trouble.wrong"));
        }
    }

    // a right token always gets in: behind a proxy that is not configured all have one address, and a stranger's
    // guesses would lock everybody
    // out
    private void byToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sessions.signIn(field(request, "token"), request, response)) {
            SignInForm.goOn(SignInForm.to(request), Set.of(Role.ADMINISTRATOR), false, response);
            return;
        }
        Optional<Duration> wait = limits.wrong(Origin.of(request));
        if (wait.isPresent()) {
            throw RequestFailure.waits(wait.get());
        }
        tell(request, "token", Optional.empty());
        refuse(request, response, Saying.of("sign-in.trouble.token"));
    }

    // never what was typed: people type passwords into the field for names
    private void tell(HttpServletRequest request, String kind, Optional<String> id) {
        audit.append(Doing.of(request), Change.of("session.refused", kind, id.orElse("unknown")));
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Saying trouble) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        form.show(SignInForm.to(request), trouble, request, response);
    }
}
