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
    private static final String OPEN = "/lti/open";

    private final RuleBook rules;
    private final Addresses addresses;

    public Landing(RuleBook rules, Addresses addresses) {
        this.rules = rules;
        this.addresses = addresses;
    }

    /**
     * To the badge that was launched: a learner to how it stands with them, an instructor to the class, anybody else to what it means.
     * Else to what was asked for; an instructor who asked for nothing, to the class.
     */
    URI of(LtiPlatform platform, Launch launch) {
        Optional<Badge> badge = Placement.badge(launch).flatMap(rules.current()::find);
        boolean isForNothing = launch.target().getPath().endsWith(OPEN);
        return badge.map(one -> of(platform, launch, one))
                .or(() -> ownClass(platform, launch).filter(own -> isForNothing))
                .orElse(launch.target());
    }

    private URI of(LtiPlatform platform, Launch launch, Badge badge) {
        return Roles.learn(launch.user().roles())
                ? addresses.at("my", "badges", badge.id())
                : ownClass(platform, launch).orElseGet(() -> addresses.badge(badge.id()));
    }

    /** The class that was launched from; empty for who does not teach it. */
    private Optional<URI> ownClass(LtiPlatform platform, Launch launch) {
        return launch.context()
                .filter(course -> Roles.teach(launch.user().roles()))
                .map(course -> CourseAddress.of(new Course(platform.system(), course.id())))
                .map(path -> URI.create(addresses.root() + path));
    }
}
