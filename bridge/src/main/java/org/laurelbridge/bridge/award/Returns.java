package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/** Work that somebody sent back to its learner with a note, instead of approving it. Of each badge the newest is kept. */
public interface Returns extends Recorded<Returns> {

    /** The longest note, in characters. */
    int LONGEST = 1_000;

    /**
     * Sent back.
     *
     * @param person whose work it is, as they are known now
     */
    record Returned(PersonId person, String badge, String note, Instant at) {}

    /** Sends work back. */
    void send(PersonId person, String badge, String note, Instant now);

    /** What was sent back is decided: the next of this badge begins anew. */
    void forget(PersonId person, String badge);

    Optional<Returned> find(PersonId person, String badge);

    /** That of these people, who stand for themselves, about these badges. */
    List<Returned> list(Collection<PersonId> people, Collection<String> badges);

    /** The same, without that of which they have handed something in since. */
    List<Returned> listIdle(Collection<PersonId> people, Collection<String> badges);
}
