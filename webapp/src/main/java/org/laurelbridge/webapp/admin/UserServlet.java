package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/users/{id}}: one account, and what it may do. */
public final class UserServlet extends HttpServlet {
    private final transient UserDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public UserServlet(UserDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(desk, sessions, pages, request, response, account(request).id(), null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account account = account(request);
        String action = Objects.requireNonNullElse(request.getParameter("do"), "");
        if (action.equals("link")) {
            boolean isByPassword = line(desk, account.id()).isByPassword();
            if (!isByPassword || account.isDisabled()) {
                throw new RequestFailure(Reason.CONFLICT);
            }
            show(
                    desk,
                    sessions,
                    pages,
                    request,
                    response,
                    account.id(),
                    desk.by(Doing.of(request)).link(account));
            return;
        }
        Notice notice = switch (action) {
            case "roles" -> changeRoles(request, account);
            case "disable" -> disable(desk.by(Doing.of(request)), account);
            case "enable" -> {
                desk.by(Doing.of(request)).accounts().disable(account.id(), false);
                yield Notice.ACCOUNT_ENABLED;
            }
            case "sign-out" -> {
                desk.by(Doing.of(request)).signOut(account);
                yield Notice.SIGNED_OUT;
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
        response.sendRedirect(notice.at(UsersServlet.HERE + "/" + account.id()), HttpServletResponse.SC_SEE_OTHER);
    }

    private Notice changeRoles(HttpServletRequest request, Account account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        // who teaches is told by platforms
        roles.addAll(account.roles());
        UserForm.ROLES.forEach(roles::remove);
        UserForm.ROLES.stream()
                .filter(role -> request.getParameter(role.word()) != null)
                .forEach(roles::add);
        if (roles.contains(Role.LEARNER)) {
            String named = Objects.requireNonNullElse(request.getParameter("person"), "")
                    .strip();
            Optional<PersonId> person = UserForm.find(desk.people(), named);
            if (person.isEmpty() && !(named.isEmpty() && account.learner() != null)) {
                return Notice.NO_SUCH_LEARNER;
            }
            person.ifPresent(learner -> desk.by(Doing.of(request)).accounts().link(account.id(), learner));
        }
        return desk.by(Doing.of(request)).entrance().changes().setRoles(account.id(), roles)
                ? Notice.ROLES_SAVED
                : Notice.LAST_ADMINISTRATOR;
    }

    private static Notice disable(UserDesk desk, Account account) {
        if (!desk.entrance().changes().disable(account.id())) {
            return Notice.LAST_ADMINISTRATOR;
        }
        desk.signOut(account);
        return Notice.ACCOUNT_DISABLED;
    }

    private Account account(HttpServletRequest request) {
        return Paging.uuid(String.valueOf(request.getPathInfo()).replaceFirst("/", ""))
                .flatMap(desk.accounts()::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static UsersPage.Line line(UserDesk desk, UUID account) {
        return desk.entrance()
                .directory()
                .find(account)
                .map(entry -> UsersPage.Line.of(entry, SignsIn.at(desk.platforms())))
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    static void show(
            UserDesk desk,
            Sessions sessions,
            Pages pages,
            HttpServletRequest request,
            HttpServletResponse response,
            UUID account,
            @Nullable Once once)
            throws IOException {
        UsersPage.Line line = line(desk, account);
        PersonId learner = line.account().learner();
        String person = learner == null
                ? null
                : desk.people().find(learner.value()).map(PeoplePage::name).orElse(learner.toString());
        Frame frame = Frame.of(request, sessions, desk.clock().instant());
        pages.show(response, "admin/user.jte", new UsersPage.One(frame, line, person, once));
    }
}
