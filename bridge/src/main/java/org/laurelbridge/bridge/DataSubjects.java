package org.laurelbridge.bridge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.ExpiryStore;
import org.laurelbridge.bridge.store.PersonalDataStore;
import org.laurelbridge.bridge.store.WithdrawnStore;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.bridge.subject.Exporting;
import org.laurelbridge.bridge.subject.Retaining;
import org.laurelbridge.bridge.subject.Withdrawn;

/** The rights of those whose data is kept, wired: to have it, and to have it erased. */
public record DataSubjects(Erasing erasing, Exporting exporting, Withdrawn withdrawn, Retaining retaining) {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    static DataSubjects of(
            LaurelConfig config,
            Stores stores,
            RuleBook rules,
            Earnings earnings,
            Supplier<AwardFiles> files,
            InstantSource clock) {
        Function<String, Set<String>> homePages =
                kind -> rules.current().mapping().homePages(kind);
        return new DataSubjects(
                new Erasing(stores.erasures(), homePages, clock),
                new Exporting(
                        new PersonalDataStore(stores.database()), stores.awards(), earnings, files, homePages, clock),
                new WithdrawnStore(stores.database()),
                new Retaining(
                        config.retention(),
                        new ExpiryStore(stores.database(), new AuditStore(stores.database(), clock)),
                        stores.leases(),
                        clock));
    }

    /** Any node goes on with what was begun anywhere. */
    void start(Workers workers) {
        workers.start("erase", erasing::goOnWithAll, IDLE);
        workers.start("retain", retaining::letGo, SELDOM);
    }
}
