package org.laurelbridge.webapp.admin;

import java.time.InstantSource;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;

/** Chooses what others see of an award. */
public final class Choosing implements Recorded<Choosing> {
    private final Showing showing;
    private final Sharing.Choices choices;
    private final RuleBook rules;
    private final Addresses addresses;
    private final InstantSource clock;

    public Choosing(Awards awards, Sharing.Choices choices, RuleBook rules, Addresses addresses, InstantSource clock) {
        this.showing = new Showing(awards, clock);
        this.choices = choices;
        this.rules = rules;
        this.addresses = addresses;
        this.clock = clock;
    }

    private Choosing(
            Showing showing, Sharing.Choices choices, RuleBook rules, Addresses addresses, InstantSource clock) {
        this.showing = showing;
        this.choices = choices;
        this.rules = rules;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Choosing by(Doer doer) {
        return new Choosing(showing.by(doer), choices.by(doer), rules, addresses, clock);
    }

    SharingPage page(Award award, String path) {
        String title = rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(Badge::title)
                .orElse(award.badge());
        return new SharingPage(
                award,
                title,
                path,
                PersonPage.path(award),
                award.isPublic() ? addresses.award(award.credential()).toString() : null,
                SharingPage.switches(award, choices.find(award.id())));
    }

    /** All at once; nothing at all where the award changed meanwhile. */
    Notice choose(Award award, boolean isPublic, Sharing sharing) {
        if (isPublic != award.isPublic() && !showing.show(award, isPublic)) {
            return Notice.CHANGED_MEANWHILE;
        }
        choices.choose(award.id(), sharing, clock.instant());
        return Notice.SHARING_SAVED;
    }

    Notice openHosted(Award award) {
        Sharing now = choices.find(award.id());
        choices.choose(award.id(), new Sharing(now.evidence(), now.score(), now.plain(), true), clock.instant());
        return Notice.HOSTED_OPENED;
    }
}
