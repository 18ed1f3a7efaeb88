package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.secret.AccessTokens;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/tokens}: administrators' tokens; they are made and revoked from here. */
public final class TokensServlet extends HttpServlet {
    private static final String HERE = "/admin/tokens";
    private static final String ADMINISTRATOR = "administrator";
    private static final int LONGEST = 100;

    private final transient AccessTokens tokens;
    private final transient Accounts accounts;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public TokensServlet(AccessTokens tokens, Accounts accounts, Sessions sessions, Pages pages, InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, null, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String revoked = request.getParameter("revoke");
        if (revoked != null) {
            Notice notice = tokens.by(Doing.of(request)).revoke(revoked) > 0 ? Notice.TOKEN_REVOKED : Notice.TOKEN_GONE;
            response.sendRedirect(notice.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        String name =
                Objects.requireNonNullElse(request.getParameter("name"), "").strip();
        Saying trouble = trouble(name);
        if (trouble != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, null, trouble);
            return;
        }
        String token = tokens.by(Doing.of(request)).make(name, ADMINISTRATOR, clock.instant());
        show(
                request,
                response,
                new Once(
                        Saying.of("admin.token.title", name),
                        Saying.of("admin.token.label"),
                        token,
                        Saying.of("admin.token.note")),
                null);
    }

    // tokens are revoked by their names
    private @Nullable Saying trouble(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Saying.of("admin.name.length", LONGEST);
        }
        return tokens.list().stream().anyMatch(holder -> holder.name().equals(name))
                ? Saying.of("admin.token.taken")
                : null;
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, @Nullable Once once, @Nullable Saying trouble)
            throws IOException {
        List<TokensPage.Line> lines = tokens.list().stream()
                .map(holder -> new TokensPage.Line(holder.name(), new Moment(holder.created())))
                .toList();
        // who is signed in by a token has no account
        String own = sessions.visitor(request)
                .filter(visitor -> accounts.find(visitor.account()).isEmpty())
                .map(Visitor::name)
                .orElse(null);
        Frame frame = Frame.of(request, sessions, clock.instant());
        pages.show(response, "admin/tokens.jte", new TokensPage(frame, lines, once, trouble, own));
    }
}
