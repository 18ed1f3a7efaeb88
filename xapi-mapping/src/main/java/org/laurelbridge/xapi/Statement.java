package org.laurelbridge.xapi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement (xAPI 1.0.3 Data 2.4, 2.0 §4.2), as far as Laurel reasons about it; the whole of it stays in its JSON.
 *
 * @param id null when the sender gave none
 * @param timestamp when it happened, null when the sender did not say
 * @param stored when an LRS took it, null outside an LRS
 * @param authority who vouches for it, null when nobody does yet
 */
public record Statement(
        @Nullable UUID id,
        Actor actor,
        Verb verb,
        StatementObject object,
        @Nullable Result result,
        @Nullable Context context,
        @Nullable Instant timestamp,
        @Nullable Instant stored,
        @Nullable Actor authority,
        List<Attachment> attachments) {

    public Statement {
        attachments = List.copyOf(attachments);
    }

    /** Whether this statement voids another (xAPI 1.0.3 Data 2.3.2): never evidence itself. */
    public boolean isVoiding() {
        return verb.isVoided() && object instanceof StatementObject.StatementRef;
    }

    /** The statement that this one voids, null when it voids none. */
    public @Nullable UUID voids() {
        return verb.isVoided() && object instanceof StatementObject.StatementRef ref ? ref.id() : null;
    }
}
