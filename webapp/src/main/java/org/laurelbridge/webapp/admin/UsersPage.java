package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.AccountDirectory;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.words.Saying;

/**
 * A page of accounts, by their names.
 *
 * @param words that were sought; empty for none
 * @param role that was chosen; empty for all
 * @param next where the next page begins; null on the last
 * @param form of a new one, as it was typed
 */
public record UsersPage(
        Frame frame,
        String words,
        String role,
        List<Line> lines,
        @Nullable UUID next,
        UserForm form) {
    static final int SHOWN = 50;

    /**
     * An account.
     *
     * @param ways what it signs in by, in words
     * @param seen null when that is not known
     */
    public record Line(
            Account account, List<Saying> ways, @Nullable Moment seen, boolean isByPassword) {

        static Line of(AccountDirectory.Entry entry, SignsIn signsIn) {
            return new Line(
                    entry.account(),
                    entry.logins().stream().map(signsIn::by).toList(),
                    PersonPage.momentOrNull(entry.seen()),
                    entry.logins().stream().anyMatch(Login::isByPassword));
        }

        /** The name; the id where none was told. */
        public String name() {
            return account.name().isEmpty() ? account.id().toString() : account.name();
        }

        /** Where it is managed. */
        public String path() {
            return UsersServlet.HERE + "/" + account.id();
        }

        /** What it may do. */
        public List<Role> roles() {
            return account.roles().stream().sorted().toList();
        }

        public boolean is(String role) {
            return account.roles().contains(Role.of(role));
        }
    }

    /** A role to choose; word is empty and role null for all. */
    public record Filter(String word, @Nullable Role role, boolean isChosen) {}

    /**
     * One account on a page of its own.
     *
     * @param person the name of whose badges are theirs; null for who earns none
     * @param once a link for a password that was just made; null when none was
     */
    public record One(
            Frame frame,
            Line line,
            @Nullable String person,
            @Nullable Once once) {}

    static UsersPage of(Frame frame, String words, String role, List<Line> found, UserForm form) {
        List<Line> lines = found.stream().limit(SHOWN).toList();
        return new UsersPage(
                frame,
                words,
                role,
                lines,
                found.size() > SHOWN ? lines.get(SHOWN - 1).account().id() : null,
                form);
    }

    /** The roles that one can look for. */
    public List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter("", null, role.isEmpty()));
        Arrays.stream(Role.values())
                .map(one -> new Filter(one.word(), one, one.word().equals(role)))
                .forEach(filters::add);
        return filters;
    }

    /** The address of the next page. */
    public String nextPath() {
        return UsersServlet.HERE + "?role=" + role + "&q=" + ReturnPath.encoded(words) + "&after=" + next;
    }
}
