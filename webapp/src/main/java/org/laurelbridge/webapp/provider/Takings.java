package org.laurelbridge.webapp.provider;

import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.backpack.Backpack;
import org.laurelbridge.bridge.backpack.Receiving;
import org.laurelbridge.bridge.backpack.Receiving.Bringer;
import org.laurelbridge.bridge.backpack.Receiving.Taken;
import org.laurelbridge.bridge.backpack.Standard;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.webapp.verify.VerifyDesk;

/** Takes badges that applications bring, each verified at a place of the desk where strangers' badges are. */
public record Takings(Receiving receiving, VerifyDesk desk) implements Recorded<Takings> {

    @Override
    public Takings by(Doer doer) {
        return new Takings(receiving.by(doer), desk);
    }

    /**
     * Takes one.
     *
     * @return whether it was not here before
     */
    boolean take(Grants.Bearer bearer, Standard standard, String text) {
        Taken taken = receiving.take(
                new Bringer(bearer.person(), bearer.client()),
                standard,
                text,
                presented -> desk.verify(presented, null).report());
        if (taken instanceof Taken.Kept kept) {
            return kept.isNew();
        } else if (taken instanceof Taken.NoBadge bad) {
            throw new ImsFailure(Trouble.BADGE, "credential", String.join(" ", bad.reasons()));
        } else if (taken instanceof Taken.Anothers) {
            throw new ImsFailure(Trouble.RECIPIENT, "credential", "It was issued to somebody else than this learner.");
        } else if (taken instanceof Taken.NotKept not) {
            throw failure(not.why());
        }
        return false;
    }

    private static ImsFailure failure(Backpack.Keeping why) {
        return switch (why) {
            case OLDER -> new ImsFailure(Trouble.DATA, "validFrom", "A newer form of it is kept already.");
            case UNPROVEN ->
                new ImsFailure(
                        Trouble.BADGE,
                        "credential",
                        "One that its issuer vouches for is kept already; whether the issuer vouches for this one, nobody"
                                + " could tell.");
            default ->
                new ImsFailure(
                        Trouble.FULL,
                        "credential",
                        "There is no room for it: expected at most " + Backpack.MOST + " badges of "
                                + Backpack.MOST_BYTES + " bytes together.");
        };
    }
}
