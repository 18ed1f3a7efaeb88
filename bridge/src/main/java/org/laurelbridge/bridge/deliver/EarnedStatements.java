package org.laurelbridge.bridge.deliver;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Tells an LRS what was earned: one statement for each award that stands, voided when it is taken back or replaced. Ids come from the
 * award, its revision and the target, so that a statement put again is the same one.
 */
public final class EarnedStatements implements Target {

    private final StatementWriter lrs;
    private final EarnedStatement statement;

    /** @param publicUrl where Laurel's badges are; also the home page of learners who have no other account */
    public EarnedStatements(StatementWriter lrs, URI publicUrl) {
        this.lrs = lrs;
        this.statement = new EarnedStatement(publicUrl);
    }

    @Override
    public Attempt send(Delivery delivery) {
        Attempt withdrawn = withdrawOlder(delivery);
        if (!(withdrawn instanceof Attempt.Delivered) || isTakenBack(delivery)) {
            return withdrawn;
        }
        UUID id = earnedId(delivery, delivery.revision());
        return lrs.put(id, statement.earned(id, delivery));
    }

    /** An LRS does not show a voided statement under its id (xAPI 1.0.3 Communication 2.1.4), so that only what stands is found. */
    @Override
    public Standing standing(Delivery delivery) {
        for (int revision = 1; revision < delivery.revision(); revision++) {
            Standing older = lrs.standing(earnedId(delivery, revision));
            if (!(older instanceof Standing.Differs)) {
                return older instanceof Standing.Stands ? new Standing.Differs() : older;
            }
        }
        return isTakenBack(delivery) ? new Standing.Stands() : lrs.standing(earnedId(delivery, delivery.revision()));
    }

    /** A revision that was overtaken before it was sent, or was a taking back, has no statement to withdraw. */
    private Attempt withdrawOlder(Delivery delivery) {
        for (int revision = 1; revision < delivery.revision(); revision++) {
            UUID older = earnedId(delivery, revision);
            Standing standing = lrs.standing(older);
            if (standing instanceof Standing.Unreadable unreadable) {
                return new Attempt.Unknown(unreadable.reason());
            }
            if (standing instanceof Standing.Stands) {
                UUID id = id("voided", delivery, revision);
                Attempt voided = lrs.put(id, statement.voiding(id, older, delivery.stamp()));
                if (!(voided instanceof Attempt.Delivered)) {
                    return voided;
                }
            }
        }
        return new Attempt.Delivered();
    }

    private static boolean isTakenBack(Delivery delivery) {
        return delivery.grade().signum() == 0;
    }

    private static UUID earnedId(Delivery delivery, int revision) {
        return id("earned", delivery, revision);
    }

    /** UUIDv8 (RFC 9562 §5.8): an award's id is not known outside, nor is what is made of it. */
    private static UUID id(String what, Delivery delivery, int revision) {
        String key =
                String.join("|", what, delivery.award().id().toString(), delivery.target(), Integer.toString(revision));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L;
            long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
