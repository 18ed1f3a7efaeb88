package org.laurelbridge.bridge.lti.place;

import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.launch.Admission;
import org.laurelbridge.bridge.lti.launch.Launch;

/** Somebody comes in from a platform: who they are, and all that their launch tells besides, is kept. */
public final class Arriving {
    private final LtiPlatforms platforms;
    private final Admission admission;
    private final Placements placements;
    private final Predicate<String> isInForce;
    private final Languages languages;
    private final InstantSource clock;

    /** Learns in which language an account reads. */
    public interface Languages {
        void read(UUID account, Locale language);
    }

    /** @param isInForce whether there is a badge with this id */
    public Arriving(
            LtiPlatforms platforms,
            Admission admission,
            Placements placements,
            Predicate<String> isInForce,
            Languages languages,
            InstantSource clock) {
        this.platforms = platforms;
        this.admission = admission;
        this.placements = placements;
        this.isInForce = isInForce;
        this.languages = languages;
        this.clock = clock;
    }

    /** The account of who launched; it may be disabled. */
    public Account arrive(LtiPlatform platform, Launch launch) {
        launch.family().ifPresent(family -> platforms.tell(platform.id(), family));
        Account account = admission.admit(platform, launch);
        launch.user()
                .locale()
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
                .ifPresent(language -> languages.read(account.id(), language));
        Placement.of(platform, launch)
                .filter(placement -> isInForce.test(placement.badge()))
                .ifPresent(placement -> placements.see(placement, clock.instant()));
        return account;
    }
}
