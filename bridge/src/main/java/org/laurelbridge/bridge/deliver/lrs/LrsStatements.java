package org.laurelbridge.bridge.deliver.lrs;

import java.util.UUID;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Standing;
import org.laurelbridge.bridge.deliver.StatementWriter;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.lrs.Writing;

/** Writes statements to an LRS that is polled, too. */
public final class LrsStatements implements StatementWriter {
    private final LrsClient lrs;

    public LrsStatements(LrsClient lrs) {
        this.lrs = lrs;
    }

    @Override
    public Attempt put(UUID id, String statement) {
        Writing writing = lrs.put(id, statement);
        if (writing instanceof Writing.Later later) {
            return new Attempt.Later(later.reason(), later.notBefore());
        }
        if (writing instanceof Writing.Refused refused) {
            return new Attempt.Refused(refused.reason());
        }
        return writing instanceof Writing.Unknown unknown
                ? new Attempt.Unknown(unknown.reason())
                : new Attempt.Delivered();
    }

    @Override
    public Standing standing(UUID id) {
        return lrs.holds(id)
                .fold(
                        held -> held ? new Standing.Stands() : new Standing.Differs(),
                        failure -> new Standing.Unreadable(failure.words()));
    }
}
