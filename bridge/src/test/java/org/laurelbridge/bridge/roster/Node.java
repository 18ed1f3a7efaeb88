package org.laurelbridge.bridge.roster;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.deliver.ags.AgsSettings;
import org.laurelbridge.bridge.deliver.ags.Memberships;
import org.laurelbridge.bridge.deliver.ags.Platform;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.deliver.moodle.EnrolledUsers;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.lti.CourseServices.CourseService;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AttestationStore;
import org.laurelbridge.bridge.store.AwardStore;
import org.laurelbridge.bridge.store.CourseServiceStore;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.ErasureStore;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;

/** A node that reads rosters of a double of Moodle, over real HTTP, into a real database. */
final class Node {
    static final String TOKEN = "ws-token";
    static final ToolKey KEY = new ToolKey((name, made) -> made.get());
    private static final UUID PLATFORM = UUID.fromString("00000000-0000-4000-8000-000000000001");

    final PeopleStore people;
    final CourseStore courses;
    final CourseServiceStore services;
    final Attesting attesting;
    final RuleBook rules;
    final ErasureStore erasing;
    final Rosters rosters;
    private final List<RosterSource> sources = new ArrayList<>();
    private final FakeMoodle moodle;
    private final TurnedClock clock;

    Node(Database database, FakeMoodle moodle, TurnedClock clock) {
        this.moodle = moodle;
        this.clock = clock;
        people = new PeopleStore(database);
        courses = new CourseStore(database);
        services = new CourseServiceStore(database);
        rules = new RuleBook(new RuleDocumentStore(database), clock);
        attesting = new Attesting(new AttestationStore(database), new AwardStore(database), rules, clock);
        erasing = new ErasureStore(database, new SecretBox(new byte[32]), new byte[32]);
        rosters = new Rosters(
                () -> List.copyOf(sources),
                courses,
                new Enrolling(people, courses, attesting, erasing::isErased, clock),
                new LeaseStore(database),
                clock);
    }

    /** What it has been told of the LMS is forgotten. */
    Node without() {
        sources.clear();
        return this;
    }

    Node withPlatform(boolean isMoodle, boolean trustsEmail) {
        URI token = URI.create(moodle.root() + "/mod/lti/token.php");
        LtiPlatform platform = new LtiPlatform(
                PLATFORM,
                "campus",
                moodle.root().toString(),
                "laurel-client",
                moodle.root(),
                token,
                token.toString(),
                moodle.root(),
                trustsEmail,
                Set.of("1"));
        AgsSettings settings = AgsSettings.moodle("campus", moodle.root(), "laurel-client", "1");
        Wire wire = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));
        Memberships memberships = new Memberships(new Platform(settings, KEY, wire, clock));
        sources.add(new PlatformRosters(platform, isMoodle, services, (asked, address) -> memberships.read(address)));
        return this;
    }

    /** Somebody launches Laurel from a course. */
    Node launched(long course) {
        URI memberships =
                URI.create(moodle.root() + "/mod/lti/services.php/CourseSection/" + course + "/bindings/1/memberships");
        services.see(new CourseService(
                PLATFORM,
                Long.toString(course),
                "1",
                Optional.of("Course " + course),
                Optional.empty(),
                Optional.of(memberships),
                Set.of(),
                Instant.EPOCH));
        return this;
    }

    Node withWebServices(boolean trustsEmail, String... only) {
        Wire wire = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));
        sources.add(new MoodleRosters(
                new MoodleRosters.Settings(
                        "moodle campus", moodle.root(), List.of(only), Duration.ofHours(1), trustsEmail),
                new EnrolledUsers(new MoodleFunctions(moodle.root(), TOKEN, wire))));
        return this;
    }
}
