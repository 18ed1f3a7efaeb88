package org.laurelbridge.webapp.lti;

import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.lti.place.Placement;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.teach.CourseAddress;

/** The one place that says where somebody is led who came in. */
public final class Landing {
    private final RuleBook rules;
    private final Addresses addresses;

    public Landing(RuleBook rules, Addresses addresses) {
        this.rules = rules;
        this.addresses = addresses;
    }

    /**
     * To the badge that was launched: a learner to how it stands with them, an instructor to the class, anybody else to what it means.
     * Else to what was asked for.
     */
    URI of(LtiPlatform platform, Launch launch) {
        Optional<Badge> badge = Placement.badge(launch).flatMap(rules.current()::find);
        return badge.map(one -> of(platform, launch, one)).orElse(launch.target());
    }

    private URI of(LtiPlatform platform, Launch launch, Badge badge) {
        if (Roles.learn(launch.user().roles())) {
            return addresses.at("my", "badges", badge.id());
        }
        boolean teaches = Roles.teach(launch.user().roles());
        return launch.context()
                .filter(course -> teaches)
                .map(course -> addresses.root().resolve(CourseAddress.of(new Course(platform.root(), course.id()))))
                .orElseGet(() -> addresses.badge(badge.id()));
    }
}
