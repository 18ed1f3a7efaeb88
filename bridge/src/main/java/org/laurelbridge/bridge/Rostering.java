package org.laurelbridge.bridge;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.deliver.ags.Memberships;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.deliver.moodle.EnrolledUsers;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.roster.Enrolling;
import org.laurelbridge.bridge.roster.MoodleRosters;
import org.laurelbridge.bridge.roster.PlatformRosters;
import org.laurelbridge.bridge.roster.RosterSource;
import org.laurelbridge.bridge.roster.Rosters;
import org.laurelbridge.bridge.store.CourseStore;

/** Rosters of registered platforms and of Moodles that are configured, wired. */
final class Rostering {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Courses courses;
    private final Rosters rosters;
    private final Lti lti;
    private final ToolKey key;
    private final InstantSource clock;
    private final Wire wire = new Wire();
    private final List<RosterSource> configured = new ArrayList<>();
    private final KeptMoodles moodles;
    private final Map<UUID, Reader> readers = new HashMap<>();

    /** Kept while the platform is the same, for the sake of its access tokens. */
    private record Reader(LtiPlatform platform, Memberships memberships) {}

    Rostering(LaurelConfig config, Stores stores, Lti lti, Attesting attesting, InstantSource clock) {
        this.courses = new CourseStore(stores.database());
        this.lti = lti;
        this.key = new ToolKey(stores.secrets());
        this.clock = clock;
        this.moodles = stores.moodles();
        config.rosters().forEach(roster -> configured.add(moodle(roster)));
        Enrolling enrolling = new Enrolling(stores.people(), courses, attesting, stores.erasures()::isErased, clock);
        this.rosters = new Rosters(this::sources, courses, enrolling, stores.leases(), clock);
    }

    void start(Workers workers) {
        workers.start(Workers.ROSTERS, rosters::readDue, IDLE);
    }

    /** Who is in which course. */
    Courses courses() {
        return courses;
    }

    private RosterSource moodle(LaurelConfig.MoodleRoster roster) {
        return moodle(
                new MoodleRosters.Settings(
                        "moodle " + roster.name(),
                        roster.root(),
                        roster.courses(),
                        roster.every(),
                        roster.trustsEmail()),
                roster.token());
    }

    private RosterSource moodle(KeptMoodle kept) {
        return moodle(
                new MoodleRosters.Settings("moodle " + kept.name(), kept.root(), List.of(), HOURLY, false),
                kept.token());
    }

    private RosterSource moodle(MoodleRosters.Settings settings, String token) {
        return new MoodleRosters(settings, new EnrolledUsers(new MoodleFunctions(settings.root(), token, wire)));
    }

    /** Those that are configured first: what two tell is told by the first. */
    private List<RosterSource> sources() {
        List<RosterSource> all = new ArrayList<>(configured);
        moodles.list().stream().filter(KeptMoodle::rosters).map(this::moodle).forEach(all::add);
        lti.platforms()
                .list()
                .forEach(platform -> all.add(
                        new PlatformRosters(platform, lti.platforms().isMoodle(platform), lti.courses(), this::read)));
        return all;
    }

    private CourseMembers read(LtiPlatform platform, URI address) {
        return readers.compute(
                        platform.id(),
                        (id, known) -> known != null && known.platform().equals(platform) ? known : reader(platform))
                .memberships()
                .read(address);
    }

    private Reader reader(LtiPlatform platform) {
        return new Reader(platform, new Memberships(PlatformGradebooks.platform(lti, platform, key, clock)));
    }
}
