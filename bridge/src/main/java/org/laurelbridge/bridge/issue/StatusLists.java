package org.laurelbridge.bridge.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.StatusPlace.Purpose;

/** The places of credentials in status lists. What their bits are follows from the awards and is written down nowhere else. */
public interface StatusLists {

    /** The place of a credential; chosen at the first call ever, whatever purpose a later one asks for. */
    StatusPlace place(AwardId credential, Purpose purpose, Instant now);

    /** The credential that a refresh address stands for; it gets another when its award is made private. */
    Optional<AwardId> findRefreshed(UUID refresh);

    /** A list as it stands now; empty when there is none. */
    Optional<Standing> find(UUID list);

    /**
     * The bits of a list that may be set.
     *
     * @param set places of credentials that do not hold
     * @param superseded places of credentials that hold unless that in their place does not
     */
    record Standing(Purpose purpose, List<Integer> set, List<Superseded> superseded) {
        public Standing {
            set = List.copyOf(set);
            superseded = List.copyOf(superseded);
        }
    }

    /** A credential of an award that was superseded. */
    record Superseded(AwardId credential, int place) {}
}
