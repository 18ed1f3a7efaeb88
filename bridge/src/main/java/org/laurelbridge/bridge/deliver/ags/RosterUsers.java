package org.laurelbridge.bridge.deliver.ags;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;

/**
 * Finds a user in the course's roster (Names and Roles Provisioning Services 2.0) by user name, id number or e-mail. The roster last
 * read is believed for a minute, as whole classes are graded at once.
 */
public final class RosterUsers implements LmsUsers {

    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final AgsSettings settings;
    private final CoursePlaces places;
    private final Memberships memberships;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Roster> last = new AtomicReference<>();

    public RosterUsers(Platform platform) {
        this.settings = platform.settings();
        this.places = platform.places();
        this.memberships = new Memberships(platform);
        this.clock = platform.clock();
    }

    @Override
    public Found find(Person person, String course) {
        try {
            return in(roster(course), person);
        } catch (Stopped stopped) {
            return stopped.attempt() instanceof Attempt.Later later
                    ? new NotNow(later.reason(), later.notBefore())
                    : new Nobody("the course's roster, which cannot be read (" + stopped.reason() + ")");
        }
    }

    private Found in(List<CourseMembers.User> roster, Person person) {
        Set<String> found = roster.stream()
                .filter(member -> isSame(member, person))
                .map(CourseMembers.User::id)
                .collect(Collectors.toSet());
        if (found.size() == 1) {
            return new User(found.iterator().next());
        }
        String by = "user name, id number and e-mail in the course's roster";
        return new Nobody(found.isEmpty() ? by : by + ", which are those of " + found.size() + " users");
    }

    private boolean isSame(CourseMembers.User member, Person person) {
        return person.identifiers().stream().anyMatch(identifier -> isSame(member, identifier));
    }

    private boolean isSame(CourseMembers.User member, Identifier identifier) {
        Function<String, Boolean> has = value -> !value.isEmpty() && value.equalsIgnoreCase(identifier.value());
        return switch (identifier.kind()) {
            case "email" -> has.apply(member.email());
            case "username" -> isHere(identifier) && has.apply(member.username());
            case "idnumber" -> isHere(identifier) && has.apply(member.idNumber());
            default -> false;
        };
    }

    private boolean isHere(Identifier identifier) {
        return LmsUsers.isSameHome(identifier.scope(), settings.root());
    }

    private List<CourseMembers.User> roster(String course) {
        Instant now = clock.instant();
        Roster kept = last.get();
        if (kept != null && kept.course().equals(course) && kept.until().isAfter(now)) {
            return kept.members();
        }
        List<CourseMembers.User> members = read(course);
        last.set(new Roster(course, now.plus(BELIEVED), members));
        return members;
    }

    private List<CourseMembers.User> read(String course) {
        return places.membershipsOf(course).map(memberships::list).orElse(List.of());
    }

    private record Roster(String course, Instant until, List<CourseMembers.User> members) {}
}
