package org.laurelbridge.webapp.lti;

import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.lti.Roles;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.lti.place.Placement;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;

/** The one place that says where somebody is led who came in. */
public final class Landing {
    private final RuleBook rules;
    private final Addresses addresses;

    public Landing(RuleBook rules, Addresses addresses) {
        this.rules = rules;
        this.addresses = addresses;
    }

    /** To the badge that was launched: a learner to how it stands with them, anybody else to what it means. Else to what was asked for. */
    URI of(Launch launch) {
        Optional<Badge> badge = Placement.badge(launch).flatMap(rules.current()::find);
        return badge.map(one -> Roles.learn(launch.user().roles())
                        ? addresses.at("my", "badges", one.id())
                        : addresses.badge(one.id()))
                .orElse(launch.target());
    }
}
