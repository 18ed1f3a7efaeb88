package org.laurelbridge.bridge.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Attestations;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Subject;
import org.laurelbridge.rule.Topic;

/**
 * Takes a roster in: its members become people, the course has just these members, and its learners are enrolled in it. Each part says
 * how things are, so that whatever ends this in the middle, the next reading mends.
 */
public final class Enrolling {
    private static final String BY = "roster";
    /** Of what rules can name. */
    private static final int LONGEST_SUBJECT = 200;

    private final People people;
    private final Courses courses;
    private final Attesting attesting;
    private final Predicate<List<Identifier>> erased;
    private final InstantSource clock;

    public Enrolling(People people, Courses courses, Attesting attesting, InstantSource clock) {
        this(people, courses, attesting, identifiers -> false, clock);
    }

    /** @param erased whether somebody with these identifiers was erased here: whoever adds them anew is no roster */
    public Enrolling(
            People people,
            Courses courses,
            Attesting attesting,
            Predicate<List<Identifier>> erased,
            InstantSource clock) {
        this.erased = erased;
        this.people = people;
        this.courses = courses;
        this.attesting = attesting;
        this.clock = clock;
    }

    /**
     * Takes a roster in as it is now.
     *
     * @param dueAt when it is read next
     */
    public void take(RosterSource source, Courses.Standing course, List<CourseMembers.User> users, Instant dueAt) {
        List<CourseMembers.User> known = users.stream()
                .filter(user -> !user.id().isBlank())
                .filter(user -> !erased.test(identifiers(user, course.course().system(), source.trustsEmail())))
                .toList();
        List<PersonId> ids = add(known, course.course().system(), source.trustsEmail());
        Map<PersonId, Member> members = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            RosterSource.Part part = source.part(known.get(i));
            Member member = new Member(ids.get(i), part.teaches(), part.learns());
            // two users whom Laurel knows to be one person
            members.merge(member.person(), member, Member::with);
        }
        enrol(course, members.values());
        courses.replace(course.course(), members.values(), clock.instant(), dueAt);
    }

    /** A course whose roster will be read no more: nobody is enrolled in it by its word. */
    public void end(Courses.Standing course) {
        enrol(course, List.of());
    }

    private void enrol(Courses.Standing course, Collection<Member> members) {
        if (course.subject().length() <= LONGEST_SUBJECT) {
            attesting.replace(
                    new Attestations.Part(new Subject(Topic.ENROLLED, course.subject()), BY),
                    members.stream()
                            .filter(Member::learns)
                            .map(Member::person)
                            .toList());
        }
    }

    private List<PersonId> add(List<CourseMembers.User> users, String system, boolean trustsEmail) {
        Instant now = clock.instant();
        List<Newcomer> newcomers = users.stream()
                .map(user -> new Newcomer(name(user), identifiers(user, system, trustsEmail)))
                .toList();
        List<Optional<PersonId>> added = people.addAll(newcomers, now);
        List<PersonId> ids = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            Newcomer newcomer = newcomers.get(i);
            // somebody else has the address, or a name: two people until an administrator says that they are one
            ids.add(added.get(i)
                    .orElseGet(() -> people.add(
                            newcomer.name(), newcomer.identifiers().subList(0, 1), now)));
        }
        return ids;
    }

    private static @Nullable String name(CourseMembers.User user) {
        return user.name().isBlank() ? null : user.name().strip();
    }

    /** The first is the LMS's own id of the user. */
    private static List<Identifier> identifiers(CourseMembers.User user, String system, boolean trustsEmail) {
        List<Identifier> identifiers = new ArrayList<>();
        identifiers.add(new Identifier("id", system, user.id()));
        if (!user.username().isBlank()) {
            identifiers.add(new Identifier("username", system, user.username()));
        }
        if (!user.idNumber().isBlank()) {
            identifiers.add(new Identifier("idnumber", system, user.idNumber()));
        }
        if (trustsEmail && user.email().contains("@")) {
            identifiers.add(
                    new Identifier("email", "", user.email().strip().toLowerCase(Locale.ROOT)));
        }
        return identifiers;
    }
}
