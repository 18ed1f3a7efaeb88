package org.laurelbridge.webapp.sample;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** A course with two dozen learners under way, and somebody of each role to sign in as. */
public final class SampleCourse {
    private static final String MOODLE = "https://moodle.example.org";
    private static final Courses.Course COURSE = new Courses.Course(MOODLE, "2");
    /** It has no badges yet: those of the first can be copied. */
    private static final Courses.Course NEXT = new Courses.Course(MOODLE, "3");
    /** Badges that belong to the course, so that who teaches it decides about them. */
    private static final List<String> OWN = List.of(
            "cloud-practitioner", "cloud-exam", "cloud-project", "cloud-engineer", "daily-practice", "fire-safety");

    /** Nobody reads this roster again. */
    private static final Duration LATER = Duration.ofDays(365);

    private static final int PASSWORD_BYTES = 12;

    private final Bridge bridge;
    private final Doer doer;

    /** @param doer who fills it, for the audit log */
    public SampleCourse(Bridge bridge, Doer doer) {
        this.bridge = bridge;
        this.doer = doer;
    }

    /**
     * Somebody who can sign in.
     *
     * @param name to sign in with
     * @param password made at random for this installation
     */
    public record Entry(Role role, String name, String password) {}

    /** What the learners did until now: xAPI statements, each as JSON, to be sent as a sender would. */
    public static List<String> statements(Instant now) {
        return SampleStatements.until(now);
    }

    /** A grade of one of them that is corrected once the badge is given that it earned, as JSON: somebody has to decide about the badge. */
    public static String correction() {
        return SampleStatements.correction();
    }

    /** Takes in the class, who teaches it, and somebody of each role; the first learner is who signs in as learner. */
    public List<Entry> open() {
        List<Courses.Member> members = new ArrayList<>();
        SampleLearner.all()
                .forEach(learner -> members.add(
                        new Courses.Member(person(learner.name(), learner.id(), learner.email()), false, true)));
        PersonId first = members.get(0).person();
        PersonId teacher = person("Teresa Berger", "100", "teacher@example.org");
        members.add(new Courses.Member(teacher, true, false));
        Instant now = bridge.clock().instant();
        Courses courses = bridge.courses();
        courses.list(
                "Example LMS",
                List.of(
                        new Courses.Listed(COURSE, "cloud-basics", "Cloud basics"),
                        new Courses.Listed(NEXT, "network-basics", "Network basics")),
                now,
                now.plus(LATER));
        courses.replace(COURSE, members, now, now.plus(LATER));
        courses.replace(NEXT, List.of(new Courses.Member(teacher, true, false)), now, now.plus(LATER));
        OWN.forEach(badge ->
                bridge.teaching().workshop().by(doer).give(badge, new Classes.Course(COURSE.system(), COURSE.id())));
        return List.of(
                entry(Role.ADMINISTRATOR, "Adam Admin", null),
                entry(Role.INSTRUCTOR, "Teresa Berger", teacher),
                entry(Role.LEARNER, "Amira Haddad", first),
                entry(Role.VIEWER, "Vera View", null));
    }

    private PersonId person(String name, String id, String email) {
        return bridge.stores()
                .people()
                .by(doer)
                .add(
                        name,
                        List.of(new Identifier("id", MOODLE, id), new Identifier("email", "", email)),
                        bridge.clock().instant());
    }

    private Entry entry(Role role, String name, @Nullable PersonId person) {
        Instant now = bridge.clock().instant();
        Account account = Account.made(name, null, Set.of(role), person);
        String word = role.word();
        if (!bridge.stores().accounts().by(doer).add(account, Login.byPassword(word), now)) {
            throw new IllegalStateException("somebody signs in as " + word + " already");
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        bridge.stores().passwords().by(doer).set(account.id(), new PasswordHash().hash(password), now);
        return new Entry(role, word, password);
    }
}
