package org.laurelbridge.bridge;

import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Predicate;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.lti.CachedKeys;
import org.laurelbridge.bridge.lti.CourseServices;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.launch.Admission;
import org.laurelbridge.bridge.lti.launch.IdTokenCheck;
import org.laurelbridge.bridge.lti.launch.Launching;
import org.laurelbridge.bridge.lti.place.Arriving;
import org.laurelbridge.bridge.lti.place.Choices;
import org.laurelbridge.bridge.lti.place.DeepLinkingResponse;
import org.laurelbridge.bridge.lti.place.Placements;
import org.laurelbridge.bridge.lti.register.Invitations;
import org.laurelbridge.bridge.lti.register.Registering;
import org.laurelbridge.bridge.lti.register.ToolConfiguration;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.bridge.store.ChoiceStore;
import org.laurelbridge.bridge.store.CourseRoleStore;
import org.laurelbridge.bridge.store.CourseServiceStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.InvitationStore;
import org.laurelbridge.bridge.store.LtiLoginStore;
import org.laurelbridge.bridge.store.LtiPlatformStore;
import org.laurelbridge.bridge.store.MailBookStore;
import org.laurelbridge.bridge.store.PlacementStore;

/** Laurel as a tool of learning platforms, wired: registering at them, and letting in who comes from them. */
public record Lti(
        LtiPlatforms platforms,
        Invitations invitations,
        Registering registering,
        Launching launching,
        Admission admission,
        CourseServices courses,
        Arriving arriving,
        Choices choices,
        Placements placements,
        DeepLinkingResponse response,
        SafeFetcher fetcher)
        implements AutoCloseable {
    static Lti open(LaurelConfig config, Stores stores, Predicate<String> isInForce, Reach reach, InstantSource clock) {
        URI publicUrl = config.publicUrl();
        // a trial installation and its platform stand on one machine; an administrator invites platforms in any case
        Reach usual = "https".equals(publicUrl.getScheme()) ? reach : Reach.TRIAL;
        SafeFetcher fetcher = new SafeFetcher(
                usual.and(address -> config.platformNetworks().stream().anyMatch(network -> network.holds(address))),
                clock);
        Database database = stores.database();
        LtiPlatforms platforms = new LtiPlatformStore(database);
        String base = publicUrl.toString().replaceFirst("/+$", "");
        RandomText random = new RandomText();
        Placements placements = new PlacementStore(database);
        MailBookStore book = new MailBookStore(database);
        CourseServices courses = new CourseServiceStore(database);
        Admission admission = new Admission(
                stores.accounts(), stores.people(), new CourseRoleStore(database), courses, database::together, clock);
        ToolConfiguration tool = new ToolConfiguration("Laurel", "Badges for what was learnt", base);
        return new Lti(
                platforms,
                new InvitationStore(database),
                new Registering(fetcher, tool, UUID::randomUUID),
                new Launching(
                        platforms,
                        new LtiLoginStore(database),
                        new IdTokenCheck(new CachedKeys(fetcher, clock), clock),
                        publicUrl,
                        random::next,
                        clock),
                admission,
                courses,
                new Arriving(
                        platforms,
                        admission,
                        placements,
                        isInForce,
                        (account, language) -> book.read(account, language, false, clock.instant()),
                        clock),
                new ChoiceStore(database),
                placements,
                new DeepLinkingResponse(new ToolKey(stores.secrets()), random::next, clock),
                fetcher);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
