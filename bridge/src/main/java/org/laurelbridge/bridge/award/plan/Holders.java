package org.laurelbridge.bridge.award.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Badge;

/** Who holds a badge, or held it, and by which version of its rule each award is decided (S9). */
final class Holders {
    private static final int AT_ONCE = 500;

    private final Map<PersonId, Award> newest = new HashMap<>();
    private final Map<Integer, Badge> versions = new HashMap<>();

    static Holders of(Badge badge, InForce inForce, Awards awards) {
        Holders holders = new Holders();
        AwardId after = null;
        for (List<Award> page = awards.list(badge.id(), null, after, AT_ONCE); !page.isEmpty(); ) {
            page.forEach(holders::add);
            after = page.get(page.size() - 1).id();
            page = awards.list(badge.id(), null, after, AT_ONCE);
        }
        holders.newest
                .values()
                .forEach(award -> inForce.find(badge.id(), award.badgeVersion())
                        .ifPresent(version -> holders.versions.put(version.version(), version)));
        return holders;
    }

    private void add(Award award) {
        newest.merge(award.person(), award, (one, other) -> one.cycle() > other.cycle() ? one : other);
    }

    Optional<Award> find(PersonId person) {
        return Optional.ofNullable(newest.get(person));
    }

    /** Empty when it cannot be read any more: then the award stays as it is. */
    Optional<Badge> rule(Award award) {
        return Optional.ofNullable(versions.get(award.badgeVersion()));
    }

    /** All rules by which awards are decided. */
    Set<Badge> rules() {
        return new HashSet<>(versions.values());
    }
}
