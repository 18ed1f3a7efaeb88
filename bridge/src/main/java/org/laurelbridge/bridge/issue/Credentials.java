package org.laurelbridge.bridge.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;

/** The signed credentials of awards, and the queue of those to be signed (again). */
public interface Credentials {

    /** Credentials to be signed, those without trouble first, and of these those that never were. Reading claims nothing: {@link #save} notices when it was overtaken. */
    List<Wanted> listWanted(int limit);

    /**
     * Keeps a signed credential and takes the wish off the queue.
     *
     * @param validFrom a whole second, later than the last unless nobody has that any more
     * @param now since when others can have it
     * @return false when a newer wish came meanwhile or another node was quicker: nothing was written
     */
    boolean save(Wanted wanted, Instant validFrom, String document, Instant now);

    /** Takes a wish off the queue that asks for nothing any more; a newer one stays. */
    void drop(Wanted wanted);

    /** Remembers why signing failed; the wish stays. */
    void saveTrouble(Wanted wanted, String trouble);

    /** A credential as it was signed last, as JSON; empty before, and when what was signed must not be shown any more. */
    Optional<String> find(AwardId credential);

    /** Those that were given and do not hold: taken back, suspended, or followed by another of the same award. */
    List<AwardId> listRevoked();

    /** Those of superseded awards, which hold unless that in their place does not. */
    List<AwardId> listSuperseded();

    /**
     * A wish for a credential.
     *
     * @param credential its id: that of its award, or of a later revision
     * @param lastValidFrom of the newest signing, null before the first
     */
    record Wanted(AwardId credential, long mark, @Nullable Instant lastValidFrom) {}
}
