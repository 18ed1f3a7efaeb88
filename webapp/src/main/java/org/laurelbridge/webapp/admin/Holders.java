package org.laurelbridge.webapp.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.PersonId;

/** Names who holds an award; those of a whole page are read at once. */
final class Holders {
    private final Map<AwardId, Award> awards;
    private final Map<PersonId, String> names;

    private Holders(Map<AwardId, Award> awards, Map<PersonId, String> names) {
        this.awards = awards;
        this.names = names;
    }

    static Holders of(People people, Collection<Award> awards) {
        return new Holders(
                Map.of(), people.names(awards.stream().map(Award::person).toList()));
    }

    static Holders of(People people, Awards all, List<AwardId> ids) {
        Map<AwardId, Award> awards = all.findAll(ids);
        return new Holders(
                awards, people.names(awards.values().stream().map(Award::person).toList()));
    }

    String name(Award award) {
        return names.getOrDefault(award.person(), award.person().toString());
    }

    /** Empty when there is no such award. */
    String name(AwardId award) {
        Award found = awards.get(award);
        return found == null ? "" : name(found);
    }
}
