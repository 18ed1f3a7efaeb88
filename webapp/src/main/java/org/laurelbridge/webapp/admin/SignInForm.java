package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/**
 * The page to sign in at, and where it leads.
 *
 * @param providers the names of those that people may sign in at
 */
public record SignInForm(Sessions sessions, Pages pages, List<String> providers) {
    public SignInForm {
        providers = List.copyOf(providers);
    }

    /** Signs a browser in to an account and sends it on. */
    void enter(Account account, Optional<String> to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sessions.signIn(account, request, response);
        goOn(to, account.roles(), account.learner() != null, response);
    }

    /** Sends a browser to where they wanted to go; else to where somebody like them starts. */
    static void goOn(Optional<String> to, Set<Role> roles, boolean isLearner, HttpServletResponse response)
            throws IOException {
        boolean looksAtAll = roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.VIEWER);
        String own = roles.contains(Role.INSTRUCTOR) ? "/teach" : isLearner ? "/my" : "/";
        String home = looksAtAll ? "/admin" : own;
        response.sendRedirect(to.orElse(home), HttpServletResponse.SC_SEE_OTHER);
    }

    static Optional<String> to(HttpServletRequest request) {
        return ReturnPath.of(request.getParameter("to"));
    }

    /** Shows it. */
    void show(Optional<String> to, @Nullable Saying trouble, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String query = to.map(path -> "?to=" + ReturnPath.encoded(path)).orElse("");
        List<SignInPage.Provider> links = providers.stream()
                .map(name -> new SignInPage.Provider(name, "/sign-in/oidc/" + name + query))
                .toList();
        pages.show(
                response,
                "sign-in.jte",
                new SignInPage(
                        sessions.strangersForm().token(request, response),
                        to.orElse(null),
                        Objects.requireNonNullElse(request.getParameter("name"), ""),
                        trouble,
                        request.getParameter("token") != null,
                        links));
    }
}
