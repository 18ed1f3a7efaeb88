package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.xapi.Problem;

/**
 * What becomes of a submission, before it is written.
 *
 * @param known what later submissions of the same commit have to know
 */
record Decided(
        Receipt receipt,
        List<Candidate> fresh,
        List<Copy> copies,
        List<Trouble> troubles,
        Map<UUID, KnownStatements.Known> known) {

    /** An equal copy that says more; intake 0 when its first copy comes with this commit. */
    record Copy(UUID statement, long intake, String raw) {}

    /** Something for quarantine. */
    record Trouble(@Nullable UUID statement, String raw, List<Problem> problems) {}

    /** Nothing of it is kept. */
    static Decided refused(Receipt receipt) {
        return new Decided(receipt, List.of(), List.of(), List.of(), Map.of());
    }
}
