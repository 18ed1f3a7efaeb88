package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.oidc.Begun;
import org.laurelbridge.bridge.account.oidc.Identity;
import org.laurelbridge.bridge.account.oidc.OidcAccounts;
import org.laurelbridge.bridge.account.oidc.OidcFailure;
import org.laurelbridge.bridge.account.oidc.OidcProvider;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Elsewhere;
import org.laurelbridge.webapp.words.Saying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /sign-in/oidc/{name}}: sends a browser to an OpenID provider; {@code …/back}: takes who comes back from there. */
public final class SignInElsewhereServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(SignInElsewhereServlet.class);
    private static final String BACK = "back";

    private final transient Map<String, OidcProvider> providers;
    private final transient OidcAccounts accounts;
    private final transient Elsewhere elsewhere;
    private final transient SignInForm form;
    private final transient URI publicUrl;

    public SignInElsewhereServlet(
            Map<String, OidcProvider> providers,
            OidcAccounts accounts,
            Elsewhere elsewhere,
            SignInForm form,
            URI publicUrl) {
        this.providers = Map.copyOf(providers);
        this.accounts = accounts;
        this.elsewhere = elsewhere;
        this.form = form;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = String.valueOf(request.getPathInfo()).split("/", -1);
        boolean isBack = parts.length == 3 && parts[2].equals(BACK);
        String name = parts.length == 2 || isBack ? parts[1] : "";
        OidcProvider provider = providers.get(name);
        if (provider == null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        response.setHeader("Cache-Control", "no-store");
        Optional<String> to = SignInForm.to(request);
        try {
            if (isBack) {
                finish(name, provider, request, response);
            } else {
                Begun begun = OidcProvider.begin();
                URI address = provider.address(begun, back(name));
                elsewhere.put(new Elsewhere.Left(name, begun, to.orElse("")), response);
                response.setHeader("Location", address.toString());
                response.setStatus(HttpServletResponse.SC_FOUND);
            }
        } catch (OidcFailure failure) {
            LOG.warn("nobody was signed in by {}: {}", name, failure.getMessage());
            response.setStatus(
                    failure.isAway()
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_UNAUTHORIZED);
            Saying trouble = failure.isAway()
                    ? Saying.of("sign-in.trouble.away", name)
                    : Saying.of("sign-in.trouble.refused", name);
            form.show(to, trouble, request, response);
        }
    }

    private void finish(String name, OidcProvider provider, HttpServletRequest request, HttpServletResponse response)
            throws IOException, OidcFailure {
        Elsewhere.Left left = elsewhere
                .take(request, response)
                .filter(kept -> kept.provider().equals(name))
                .orElse(null);
        if (left == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            form.show(Optional.empty(), Saying.of("sign-in.trouble.stale"), request, response);
            return;
        }
        Optional<String> to = Optional.of(left.to()).filter(path -> !path.isEmpty());
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        Identity who = provider.finish(query, left.begun(), back(name));
        Optional<Account> account =
                accounts.by(Doing.by(request, Doer.Kind.STRANGER, name)).of(who);
        if (account.isPresent()) {
            form.enter(account.get(), to, request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        form.show(to, Saying.of("sign-in.trouble.unknown", name), request, response);
    }

    private URI back(String name) {
        return URI.create(publicUrl + "/sign-in/oidc/" + name + "/" + BACK);
    }
}
