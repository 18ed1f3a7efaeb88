package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Passwords;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.StrangersForm;
import org.laurelbridge.webapp.words.Saying;

/** {@code /sign-in/password?link=…}: whoever has the link chooses the password of an account, once. */
public final class PasswordLinkServlet extends HttpServlet {
    static final String HERE = "/sign-in/password";

    private final transient UserDesk desk;
    private final transient Passwords passwords;
    private final transient StrangersForm forms;
    private final transient Pages pages;
    private final transient PasswordHash hashing = new PasswordHash();

    public PasswordLinkServlet(UserDesk desk, Passwords passwords, StrangersForm forms, Pages pages) {
        this.desk = desk;
        this.passwords = passwords;
        this.forms = forms;
        this.pages = pages;
    }

    /** Who has the link. */
    private record Whose(Account account, String name) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, whose(request).orElse(null), null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!forms.isOurs(request)) {
            throw new RequestFailure(Reason.FORGED);
        }
        Whose whose = whose(request).orElse(null);
        String password = field(request, "password");
        if (whose == null) {
            show(request, response, null, null);
        } else if (PasswordHash.refuse(password).isPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, whose, length(password));
        } else if (!password.equals(field(request, "again"))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, whose, Saying.of("sign-in.choose.differ"));
        } else {
            set(request, response, whose, hashing.hash(password));
        }
    }

    private void set(HttpServletRequest request, HttpServletResponse response, Whose whose, String hash)
            throws IOException {
        Instant now = desk.clock().instant();
        if (desk.entrance().passwordLinks().take(field(request, "link"), now).isEmpty()) {
            show(request, response, null, null);
            return;
        }
        Account account = whose.account();
        Doer doer = Doer.account(account.id(), account.name(), String.valueOf(request.getRemoteAddr()));
        passwords.by(doer).set(account.id(), hash, now);
        desk.by(doer).signOut(whose.account());
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "new-password.jte", new PasswordLinkPage("", "", whose.name(), null));
    }

    /** Nobody's when it was used, is over, or the account is disabled meanwhile. */
    private Optional<Whose> whose(HttpServletRequest request) {
        Optional<UUID> account = desk.entrance()
                .passwordLinks()
                .find(field(request, "link"), desk.clock().instant());
        return account.flatMap(id -> desk.entrance().directory().find(id))
                .filter(entry -> !entry.account().isDisabled())
                .flatMap(entry -> entry.logins().stream()
                        .filter(Login::isByPassword)
                        .map(login -> new Whose(entry.account(), login.subject()))
                        .findFirst());
    }

    private static Saying length(String password) {
        long length = password.codePoints().count();
        return Saying.of("sign-in.choose.length", length, PasswordHash.LEAST, PasswordHash.MOST);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, @Nullable Whose whose, @Nullable Saying trouble)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (whose == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.show(
                response,
                "new-password.jte",
                new PasswordLinkPage(
                        forms.token(request, response),
                        whose == null ? "" : field(request, "link"),
                        whose == null ? "" : whose.name(),
                        trouble));
    }
}
