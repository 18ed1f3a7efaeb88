package org.laurelbridge.bridge;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.deliver.Backoff;
import org.laurelbridge.bridge.deliver.Courier;
import org.laurelbridge.bridge.deliver.EarnedStatements;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Target;
import org.laurelbridge.bridge.deliver.ags.ToolKey;
import org.laurelbridge.bridge.deliver.lrs.LrsStatements;
import org.laurelbridge.bridge.store.OutboxStore;

/** What carries awards to gradebooks, LRSs and backpacks, wired. */
final class Delivering {
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int COURIERS = 2;

    private final LaurelConfig config;
    private final Stores stores;
    private final Pulling pulling;
    private final Lti lti;
    private final ToolKey toolKey;
    private final UnaryOperator<String> titles;
    private final Backpacking backpacking;

    /** @param titles the title of a badge by its id */
    Delivering(
            LaurelConfig config,
            Stores stores,
            Pulling pulling,
            Lti lti,
            UnaryOperator<String> titles,
            Backpacking backpacking) {
        this.config = config;
        this.stores = stores;
        this.pulling = pulling;
        this.lti = lti;
        this.toolKey = new ToolKey(stores.secrets());
        this.titles = titles;
        this.backpacking = backpacking;
    }

    /** @param isAlone whether no other node may be at work: then what was being sent when the process ended is taken over at once */
    void start(Workers workers, InstantSource clock, boolean isAlone) {
        if (isAlone) {
            for (Lane lane : Lane.values()) {
                outbox(lane).takeOver(clock.instant());
            }
        }
        Backoff patience = Backoff.standard(new SecureRandom()::nextDouble);
        Courier gradebooks = new Courier(outbox(Lane.CONFIGURED), targets(clock), patience, clock);
        Courier backpacks = backpacking.courier(outbox(Lane.BACKPACKS), clock);
        for (int i = 0; i < COURIERS; i++) {
            workers.start("deliver-" + i, gradebooks::deliverDue, IDLE);
            workers.start("backpack-" + i, backpacks::deliverDue, IDLE);
        }
    }

    /** What is configured comes first: a platform must not take the name of a gradebook that is there. */
    private Function<String, @Nullable Target> targets(InstantSource clock) {
        Map<String, Target> configured = configured(clock);
        KeptMoodleGradebooks moodles =
                new KeptMoodleGradebooks(stores.moodles(), new Targets(toolKey, stores.lineItems(), clock));
        KeptLrsTargets lrss = new KeptLrsTargets(stores.sources(), config.publicUrl());
        PlatformGradebooks platforms = new PlatformGradebooks(lti, toolKey, stores.lineItems(), clock);
        return name -> {
            Target target = configured.get(name);
            return target == null
                    ? moodles.find(name)
                            .or(() -> lrss.find(name))
                            .or(() -> platforms.find(name))
                            .orElse(null)
                    : target;
        };
    }

    private Map<String, Target> configured(InstantSource clock) {
        Map<String, Target> all = new LinkedHashMap<>(
                new Targets(toolKey, stores.lineItems(), clock).build(config.targets(), stores.ownGrades()));
        for (String source : pulling.listEarned()) {
            all.put(
                    Pulling.target(source),
                    new EarnedStatements(new LrsStatements(pulling.client(source)), config.publicUrl()));
        }
        return all;
    }

    Outbox outbox(Lane lane) {
        return new OutboxStore(stores.database(), stores.awards(), stores.people(), titles, lane);
    }
}
