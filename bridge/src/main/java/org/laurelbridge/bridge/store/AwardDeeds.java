package org.laurelbridge.bridge.store;

import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;

/** What a person did with an award, for the audit log. */
final class AwardDeeds {
    private AwardDeeds() {}

    static Change of(Award seen, Awards.Change change) {
        Award now = change.award();
        Change deed = Change.of("award." + change.event().what(), "award", seen.id())
                .about(seen.person().value())
                .to("badge", seen.badge())
                .to("why", change.event().why());
        if (seen.status() != now.status()) {
            deed = deed.from("status", seen.status().word())
                    .to("status", now.status().word());
        }
        return seen.isPublic() == now.isPublic()
                ? deed
                : deed.from("public", seen.isPublic()).to("public", now.isPublic());
    }
}
