package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;

/** The part of the queue that re-evaluations left. It is durable, so that one that was interrupted goes on where it was. */
public interface Reevaluations extends Recorded<Reevaluations> {

    /**
     * Leaves a reason to decide these badges for everyone who has facts on their activities or holds them, in one commit; but
     * only when no re-evaluation is unfinished.
     *
     * @return false when one is: nothing was written, what it left is to be finished first
     */
    boolean begin(List<Anew> badges, Instant now);

    /** How many decisions are left; 0 when all are finished. Reads the whole queue. */
    long countLeft();
}
