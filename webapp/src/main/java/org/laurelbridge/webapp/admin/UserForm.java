package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.words.Saying;

/**
 * A new account, as it was typed.
 *
 * @param name to sign in with
 * @param role one of {@link #ROLES}
 * @param person a name, an e-mail address or an id; of a learner alone
 * @param problems all that has to be mended; empty at first
 */
public record UserForm(String name, String role, String person, List<Saying> problems) {
    /** What somebody may be here; who teaches is told by the platforms that they come in from. */
    public static final List<Role> ROLES = List.of(Role.ADMINISTRATOR, Role.VIEWER, Role.LEARNER);

    static final UserForm EMPTY = new UserForm("", "", "", List.of());

    private static final int LONGEST = 200;

    public UserForm {
        problems = List.copyOf(problems);
    }

    static UserForm of(HttpServletRequest request, People people) {
        String name = field(request, "name");
        String role = field(request, "role");
        String person = field(request, "person");
        List<Saying> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            problems.add(Saying.of("admin.add.length", name.length(), LONGEST));
        }
        if (ROLES.stream().noneMatch(one -> one.word().equals(role))) {
            problems.add(Saying.of("admin.add.role"));
        }
        boolean isLearner = role.equals(Role.LEARNER.word());
        if (isLearner && find(people, person).isEmpty()) {
            problems.add(Saying.of(person.isEmpty() ? "admin.add.person" : "admin.add.nobody"));
        }
        if (!isLearner && !person.isEmpty()) {
            problems.add(Saying.of("admin.add.no-learner"));
        }
        return new UserForm(name, role, person, problems);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    /** Whom a name, an e-mail address or an id says. */
    static Optional<PersonId> find(People people, String person) {
        return Whom.of(people, person).meant().map(Person::id);
    }

    Set<Role> roles() {
        return EnumSet.of(Role.of(role));
    }

    /** The same, refused. */
    UserForm with(Saying problem) {
        return new UserForm(name, role, person, List.of(problem));
    }
}
