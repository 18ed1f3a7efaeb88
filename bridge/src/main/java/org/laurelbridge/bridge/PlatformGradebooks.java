package org.laurelbridge.bridge;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.MoodleCourses;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.ags.AgsGradebook;
import org.laurelbridge.bridge.deliver.ags.AgsSettings;
import org.laurelbridge.bridge.deliver.ags.Platform;
import org.laurelbridge.bridge.deliver.ags.RosterUsers;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.grade.GuardedSender;
import org.laurelbridge.bridge.lti.grade.ToldCourses;

/**
 * Registered platforms as targets, by their names. Each is looked up when something is delivered to it, since platforms come and go
 * while Laurel serves; what was built for one is kept while it is the same, for the sake of its access tokens.
 */
final class PlatformGradebooks {
    private final Lti lti;
    private final ToolKey key;
    private final LineItems lineItems;
    private final InstantSource clock;
    private final Map<UUID, Built> built = new HashMap<>();

    private record Built(LtiPlatform platform, boolean isMoodle, Target target) {}

    PlatformGradebooks(Lti lti, ToolKey key, LineItems lineItems, InstantSource clock) {
        this.lti = lti;
        this.key = key;
        this.lineItems = lineItems;
        this.clock = clock;
    }

    /** Empty when no platform has this name now. */
    Optional<Target> find(String name) {
        return lti.platforms().list().stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .map(this::target);
    }

    private synchronized Target target(LtiPlatform platform) {
        boolean isMoodle = lti.platforms().isMoodle(platform);
        Built known = built.get(platform.id());
        if (known == null || known.isMoodle() != isMoodle || !known.platform().equals(platform)) {
            known = new Built(platform, isMoodle, build(platform, isMoodle));
            built.put(platform.id(), known);
        }
        return known.target();
    }

    private Target build(LtiPlatform lms, boolean isMoodle) {
        URI root = URI.create(lms.root());
        Platform platform = platform(lti, lms, key, clock);
        LmsUsers users = LmsUsers.inTurn(List.of(
                new KnownUsers(root, isMoodle ? KnownUsers::isNumber : value -> true),
                new RosterUsers(platform)));
        Target gradebook = new AgsGradebook(platform, users, lineItems);
        return isMoodle ? new MoodleCourses(root, gradebook) : gradebook;
    }

    /** Requests to a registered platform, with access tokens of their own. */
    static Platform platform(Lti lti, LtiPlatform lms, ToolKey key, InstantSource clock) {
        AgsSettings settings = settings(lms, lti.platforms().isMoodle(lms));
        return new Platform(
                settings,
                new ToldCourses(lms, settings, lti.courses()),
                key,
                new GuardedSender(lti.fetcher()),
                clock);
    }

    private static AgsSettings settings(LtiPlatform platform, boolean isMoodle) {
        return new AgsSettings(
                platform.name(),
                URI.create(platform.root()),
                isMoodle ? AgsSettings.Habits.MOODLE : AgsSettings.Habits.OTHER,
                platform.clientId(),
                platform.deployments().stream().sorted().findFirst().orElse(""),
                platform.token(),
                platform.audience(),
                AgsSettings.MOODLE_LINE_ITEMS,
                AgsSettings.MOODLE_MEMBERSHIPS);
    }
}
