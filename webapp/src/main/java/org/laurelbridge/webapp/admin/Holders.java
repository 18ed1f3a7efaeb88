package org.laurelbridge.webapp.admin;

import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;

/** Names who holds an award. */
final class Holders {
    private final Awards awards;
    private final People people;

    Holders(Awards awards, People people) {
        this.awards = awards;
        this.people = people;
    }

    String name(Award award) {
        return people.find(award.person().value())
                .map(PeoplePage::name)
                .orElse(award.person().toString());
    }

    /** Empty when there is no such award. */
    String name(AwardId award) {
        return awards.find(award.value()).map(this::name).orElse("");
    }
}
