package org.laurelbridge.bridge;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.award.plan.Planner;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.moving.Inventory;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Uploads;
import org.laurelbridge.bridge.store.UploadStore;

/**
 * How what is set up comes from one installation to another, wired.
 *
 * @param uploads files that wait for a decision
 */
public record MovingSetups(Moving moving, Uploads uploads) {

    static MovingSetups of(Bridge bridge) {
        Stores stores = bridge.stores();
        Inventory inventory = new Inventory(
                bridge.rules(), stores.pictures(), stores.sources(), configured(bridge.config()), bridge.clock());
        Moving moving = new Moving(
                inventory,
                stores.audit(),
                names -> planner(bridge, names),
                bridge.pictures().designs(),
                work -> together(bridge, work));
        return new MovingSetups(moving, new UploadStore(stores.database()));
    }

    private static Inventory.Configured configured(LaurelConfig config) {
        return new Inventory.Configured(
                config.sourceNames(),
                config.sources().stream()
                        .map(LaurelConfig.Source::push)
                        .filter(Objects::nonNull)
                        .map(LaurelConfig.Push::key)
                        .collect(Collectors.toSet()));
    }

    private static void together(Bridge bridge, Runnable work) {
        bridge.stores().database().together(() -> {
            work.run();
            return true;
        });
        bridge.rules().refresh();
        bridge.connecting().changed();
    }

    /** Badges of the file may name the sources of the file. */
    private static Planner planner(Bridge bridge, Set<String> names) {
        Stores stores = bridge.stores();
        RuleBook rules = new RuleBook(stores.documents(), bridge.clock(), () -> names);
        return new Planner(rules, stores.plans(), stores.evidence(), stores.facts(), bridge.clock());
    }
}
