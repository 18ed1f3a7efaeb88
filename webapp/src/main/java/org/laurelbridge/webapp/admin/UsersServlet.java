package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Saying;

/** {@code /admin/users}: who may sign in; somebody is added from here. */
public final class UsersServlet extends HttpServlet {
    static final String HERE = "/admin/users";

    private final transient UserDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public UsersServlet(UserDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, UserForm.EMPTY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UserForm form = UserForm.of(request, desk.people());
        if (!form.problems().isEmpty()) {
            refuse(request, response, form);
            return;
        }
        PersonId learner = UserForm.find(desk.people(), form.person()).orElse(null);
        Account account = Account.made(form.name(), null, form.roles(), learner);
        if (!desk.by(Doing.of(request))
                .accounts()
                .add(account, Login.byPassword(form.name()), desk.clock().instant())) {
            refuse(request, response, form.with(Saying.of("admin.add.taken")));
            return;
        }
        UserServlet.show(
                desk,
                sessions,
                pages,
                request,
                response,
                account.id(),
                desk.by(Doing.of(request)).link(account));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, UserForm form) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, form);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, UserForm form) throws IOException {
        Instant now = desk.clock().instant();
        String words = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        Role role = form.problems().isEmpty() ? role(request.getParameter("role")) : null;
        SignsIn signsIn = SignsIn.at(desk.platforms());
        List<UsersPage.Line> lines = desk
                .entrance()
                .directory()
                .list(words, role, Paging.uuid(request, "after").orElse(null), UsersPage.SHOWN + 1)
                .stream()
                .map(entry -> UsersPage.Line.of(entry, signsIn))
                .toList();
        pages.show(
                response,
                "admin/users.jte",
                UsersPage.of(Frame.of(request, sessions, now), words, role == null ? "" : role.word(), lines, form));
    }

    private static @Nullable Role role(@Nullable String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
