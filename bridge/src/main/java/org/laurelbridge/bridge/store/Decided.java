package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Problem;

/**
 * What becomes of a submission, before it is written.
 *
 * @param known what later submissions of the same commit have to know
 */
record Decided(
        Receipt receipt,
        List<Candidate> fresh,
        List<Voiding> voids,
        List<Witness> witnesses,
        List<Copy> copies,
        List<Trouble> troubles,
        Map<UUID, KnownStatements.Known> known) {

    /** What a voiding statement voids, as far as it may that when it comes from this source. */
    record Voiding(UUID target, UUID voider, VoidReach reach) {}

    /** The source brought what another one had brought before; intake 0 when both come with this commit. */
    record Witness(UUID statement, long intake) {}

    /** An equal copy that says more; intake 0 when its first copy comes with this commit. */
    record Copy(UUID statement, long intake, String raw) {}

    /** Something for quarantine. */
    record Trouble(@Nullable UUID statement, String raw, List<Problem> problems) {}

    /** Nothing of it is kept. */
    static Decided refused(Receipt receipt) {
        return new Decided(receipt, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }
}
