package org.laurelbridge.bridge;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.LmsUsers;
import org.laurelbridge.bridge.deliver.MoodleCourses;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.ags.AgsGradebook;
import org.laurelbridge.bridge.deliver.ags.AgsSettings;
import org.laurelbridge.bridge.deliver.ags.Platform;
import org.laurelbridge.bridge.deliver.ags.RosterUsers;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.moodle.MoodleGradebook;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings;
import org.laurelbridge.bridge.deliver.moodle.MoodleUsers;
import org.laurelbridge.bridge.deliver.own.OwnGradebook;
import org.laurelbridge.bridge.deliver.wire.Wire;

/** Builds the targets that are configured. */
final class Targets {
    static final String OWN = "own";

    private final Wire wire = new Wire();
    private final ToolKey key;
    private final LineItems lineItems;
    private final InstantSource clock;

    Targets(ToolKey key, LineItems lineItems, InstantSource clock) {
        this.key = key;
        this.lineItems = lineItems;
        this.clock = clock;
    }

    /** By name; "own" is always there. */
    Map<String, Target> build(List<LaurelConfig.GradeTarget> configured, OwnGrades grades) {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put(OWN, new OwnGradebook(grades));
        for (LaurelConfig.GradeTarget target : configured) {
            targets.put(
                    target.name(),
                    target.lti() != null
                            ? lti(target.name(), target.lti())
                            : moodle(target.name(), Objects.requireNonNull(target.moodle())));
        }
        return targets;
    }

    private Target lti(String name, LaurelConfig.Lti lti) {
        AgsSettings settings = settings(name, lti);
        Platform platform = new Platform(settings, key, wire, clock);
        List<LmsUsers> ways = new ArrayList<>();
        ways.add(new KnownUsers(lti.root(), lti.isMoodle() ? KnownUsers::isNumber : value -> true));
        if (lti.webServiceToken() != null) {
            ways.add(new MoodleUsers(lti.root(), new MoodleFunctions(lti.root(), lti.webServiceToken(), wire)));
        }
        ways.add(new RosterUsers(platform));
        Target gradebook = new AgsGradebook(platform, LmsUsers.inTurn(ways), lineItems);
        return lti.isMoodle() ? new MoodleCourses(lti.root(), gradebook) : gradebook;
    }

    private static AgsSettings settings(String name, LaurelConfig.Lti lti) {
        AgsSettings moodle = AgsSettings.moodle(name, lti.root(), lti.clientId(), lti.deploymentId());
        URI token = or(lti.tokenEndpoint(), moodle.tokenEndpoint());
        return new AgsSettings(
                name,
                moodle.root(),
                lti.isMoodle() ? AgsSettings.Habits.MOODLE : AgsSettings.Habits.OTHER,
                lti.clientId(),
                lti.deploymentId(),
                token,
                or(lti.audience(), token.toString()),
                or(lti.lineItems(), moodle.lineItems()),
                or(lti.memberships(), moodle.memberships()));
    }

    private static <T> T or(@Nullable T configured, T usual) {
        return configured == null ? usual : configured;
    }

    private Target moodle(String name, LaurelConfig.Moodle moodle) {
        return moodle(new MoodleSettings(
                name,
                moodle.root(),
                moodle.token(),
                moodle.asAssignment() ? MoodleSettings.Writing.ASSIGNMENT : MoodleSettings.Writing.GRADE,
                moodle.places().stream()
                        .map(place -> new MoodleSettings.Place(place.badge(), place.course(), place.activity()))
                        .toList()));
    }

    /** A Moodle by its web services. */
    Target moodle(MoodleSettings settings) {
        MoodleFunctions functions = new MoodleFunctions(settings.root(), settings.token(), wire);
        LmsUsers users = LmsUsers.inTurn(List.of(
                new KnownUsers(settings.root(), KnownUsers::isNumber), new MoodleUsers(settings.root(), functions)));
        return new MoodleCourses(settings.root(), new MoodleGradebook(settings, functions, users));
    }
}
