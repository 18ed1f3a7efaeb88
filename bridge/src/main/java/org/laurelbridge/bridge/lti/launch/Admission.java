package org.laurelbridge.bridge.lti.launch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.CourseRoles;
import org.laurelbridge.bridge.lti.CourseRoles.CourseRole;
import org.laurelbridge.bridge.lti.CourseServices;
import org.laurelbridge.bridge.lti.CourseServices.CourseService;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.lti.ServiceAddress;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.ToldText;
import org.laurelbridge.mapping.Identifier;

/**
 * Knows who comes in from a platform: the account that they had when they came first, and the person whose statements name them by the
 * platform's id of the user, or by their address where the platform is trusted with addresses.
 */
public final class Admission {
    private static final String KIND = "lti";
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final People people;
    private final CourseRoles courseRoles;
    private final CourseServices courseServices;
    private final Together together;
    private final InstantSource clock;

    public Admission(
            Accounts accounts,
            People people,
            CourseRoles courseRoles,
            CourseServices courseServices,
            Together together,
            InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.courseRoles = courseRoles;
        this.courseServices = courseServices;
        this.together = together;
        this.clock = clock;
    }

    /** Keeps all that is written of one launch at once, or nothing of it. */
    public interface Together {
        Account of(Supplier<Account> work);
    }

    /** The account of who launched; it may be disabled. What they are in the course is kept, and where its services are. */
    public Account admit(LtiPlatform platform, Launch launch) {
        return together.of(() -> kept(platform, launch));
    }

    private Account kept(LtiPlatform platform, Launch launch) {
        Instant now = clock.instant();
        Login login = new Login(KIND, platform.id().toString(), launch.user().subject());
        Account account = accounts.find(login).orElseGet(() -> add(platform, launch.user(), login, now));
        grow(account, platform, launch.user(), now);
        launch.context().ifPresent(course -> {
            boolean teaches = Roles.teach(launch.user().roles());
            courseServices.see(service(platform, launch, course, now));
            courseRoles.see(new CourseRole(account.id(), platform.id(), course.id(), course.title(), teaches), now);
        });
        return accounts.find(login).orElseThrow();
    }

    private static CourseService service(LtiPlatform platform, Launch launch, Launch.Context course, Instant now) {
        return new CourseService(
                platform.id(),
                course.id(),
                launch.deployment(),
                course.title(),
                launch.grades().flatMap(Launch.Grades::lineItems).flatMap(told -> ServiceAddress.of(platform, told)),
                launch.memberships().flatMap(told -> ServiceAddress.of(platform, told)),
                launch.grades().map(Launch.Grades::scopes).orElse(Set.of()),
                now);
    }

    // of two browsers that come first at once, one makes the account
    private Account add(LtiPlatform platform, Launch.User user, Login login, Instant now) {
        PersonId learner = Roles.learn(user.roles()) ? person(platform, user, now) : null;
        Account made = Account.made(
                user.name().flatMap(name -> ToldText.line(name, LONGEST_NAME)).orElse(""),
                user.email().map(Admission::lower).orElse(null),
                roles(user),
                learner);
        return accounts.by(doer(platform)).add(made, login, now)
                ? made
                : accounts.find(login).orElseThrow();
    }

    /** Who taught once may learn elsewhere. */
    private void grow(Account account, LtiPlatform platform, Launch.User user, Instant now) {
        Set<Role> missing = roles(user);
        missing.removeAll(account.roles());
        missing.forEach(role -> accounts.by(doer(platform)).grant(account.id(), role));
        if (account.learner() == null && Roles.learn(user.roles())) {
            accounts.by(doer(platform)).link(account.id(), person(platform, user, now));
        }
    }

    private static Doer doer(LtiPlatform platform) {
        return Doer.of(Doer.Kind.PLATFORM, platform.name(), "");
    }

    private static Set<Role> roles(Launch.User user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (Roles.teach(user.roles())) {
            roles.add(Role.INSTRUCTOR);
        }
        if (Roles.learn(user.roles())) {
            roles.add(Role.LEARNER);
        }
        return roles;
    }

    private PersonId person(LtiPlatform platform, Launch.User user, Instant now) {
        List<Identifier> identifiers = new ArrayList<>();
        identifiers.add(new Identifier("id", platform.root(), user.subject()));
        if (platform.trustsEmail()) {
            user.email().ifPresent(address -> identifiers.add(new Identifier("email", "", lower(address))));
        }
        try {
            return people.by(doer(platform)).add(user.name().orElse(null), identifiers, now);
        } catch (People.IdentifiersDisagree disagree) {
            // somebody else has the address: two people until an administrator says that they are one
            return people.by(doer(platform)).add(user.name().orElse(null), identifiers.subList(0, 1), now);
        }
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
