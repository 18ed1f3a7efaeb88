package org.laurelbridge.bridge.roster;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.lti.CourseServices;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.record.Courses;

/** Rosters of a registered platform, by Names and Roles Provisioning Services: of the courses that somebody launched Laurel from. */
public final class PlatformRosters implements RosterSource {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration LISTED_EVERY = Duration.ofMinutes(1);

    private final LtiPlatform platform;
    private final boolean isMoodle;
    private final CourseServices courses;
    private final BiFunction<LtiPlatform, URI, CourseMembers> reader;

    /**
     * @param isMoodle whether its courses have the addresses of a Moodle's
     * @param reader reads who is in a course, by the address where they are listed
     */
    public PlatformRosters(
            LtiPlatform platform,
            boolean isMoodle,
            CourseServices courses,
            BiFunction<LtiPlatform, URI, CourseMembers> reader) {
        this.platform = platform;
        this.isMoodle = isMoodle;
        this.courses = courses;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "lti " + platform.name();
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Duration listedEvery() {
        return LISTED_EVERY;
    }

    @Override
    public boolean trustsEmail() {
        return platform.trustsEmail();
    }

    @Override
    public Listing courses() {
        return new Listing.Listed(courses.list(platform.id()).stream()
                .filter(course -> course.memberships().isPresent())
                .map(this::listed)
                .toList());
    }

    private Courses.Listed listed(CourseServices.CourseService course) {
        String root = platform.root();
        String subject = isMoodle ? Subjects.ofMoodle(root, course.course()) : Subjects.of(root, course.course());
        return new Courses.Listed(
                new Courses.Course(platform.system(), course.course()),
                subject,
                course.title().orElse(null));
    }

    @Override
    public CourseMembers read(Courses.Course course) {
        Optional<URI> address =
                courses.find(platform.id(), course.id()).flatMap(CourseServices.CourseService::memberships);
        return address.map(members ->
                        isMoodle ? reader.apply(platform, members) : unnamed(reader.apply(platform, members)))
                .orElseGet(() -> new CourseMembers.Unread(
                        "the platform did not say where the course's members are listed", Duration.ZERO));
    }

    /** Several sites may share an issuer: what is a user's own name at one of them may be somebody else's at another. */
    private static CourseMembers unnamed(CourseMembers members) {
        return members instanceof CourseMembers.Listed listed
                ? new CourseMembers.Listed(listed.users().stream()
                        .map(user -> new CourseMembers.User(user.id(), user.name(), user.email(), "", "", user.roles()))
                        .toList())
                : members;
    }

    @Override
    public Part part(CourseMembers.User user) {
        return new Part(Roles.teach(user.roles()), Roles.learn(user.roles()));
    }
}
