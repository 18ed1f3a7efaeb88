package org.laurelbridge.bridge;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.account.AccountChanges;
import org.laurelbridge.bridge.account.AccountDirectory;
import org.laurelbridge.bridge.account.PasswordLinks;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.lti.PlatformFigures;
import org.laurelbridge.bridge.lti.register.Inviting;
import org.laurelbridge.bridge.store.AccountChangeStore;
import org.laurelbridge.bridge.store.AccountDirectoryStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.PasswordLinkStore;
import org.laurelbridge.bridge.store.PlatformFiguresStore;

/** Who may come in, as administrators manage it, wired. */
public record Entrance(
        AccountDirectory directory,
        AccountChanges changes,
        PasswordLinks passwordLinks,
        PlatformFigures platformFigures,
        Inviting inviting)
        implements Recorded<Entrance> {
    @Override
    public Entrance by(Doer doer) {
        return new Entrance(directory, changes.by(doer), passwordLinks.by(doer), platformFigures, inviting.by(doer));
    }

    private static Set<String> gradebooks(LaurelConfig config) {
        return Stream.concat(Stream.of(Targets.OWN), config.targets().stream().map(LaurelConfig.GradeTarget::name))
                .collect(Collectors.toSet());
    }

    static Entrance of(Lti lti, Stores stores, LaurelConfig config, InstantSource clock) {
        Database database = stores.database();
        return new Entrance(
                new AccountDirectoryStore(database),
                new AccountChangeStore(database),
                new PasswordLinkStore(database),
                new PlatformFiguresStore(database),
                new Inviting(lti.platforms(), lti.invitations(), gradebooks(config), config.publicUrl(), clock));
    }
}
