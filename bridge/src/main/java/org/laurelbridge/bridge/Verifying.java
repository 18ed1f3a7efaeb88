package org.laurelbridge.bridge;

import java.time.InstantSource;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.bake.Unbaked;
import org.laurelbridge.bridge.issue.bake.Unbaker;
import org.laurelbridge.bridge.verify.Pictures.Held;
import org.laurelbridge.bridge.verify.Verifier;
import org.laurelbridge.bridge.verify.many.VerifyMany;

/** The verifier with all that it asks: one badge at a time, or many. */
public record Verifying(Verifier one, VerifyMany many, SafeFetcher fetcher) implements AutoCloseable {

    static Verifying open(IssuerIdentity issuer, OwnDocuments own, Reach reach, InstantSource clock) {
        SafeFetcher fetcher = new SafeFetcher(reach, clock);
        Verifier verifier = new Verifier(issuer, own, fetcher, Verifying::held, clock);
        return new Verifying(verifier, new VerifyMany(verifier::verify), fetcher);
    }

    /** The newest kind of credential that a picture holds. */
    private static Held held(byte[] picture) {
        Unbaked unbaked = Unbaker.unbake(picture);
        if (unbaked instanceof Unbaked.Found found) {
            return new Held(found.all().get(0).text(), null);
        }
        return unbaked instanceof Unbaked.Unreadable unreadable
                ? new Held(null, unreadable.problem().toString())
                : new Held(null, null);
    }

    @Override
    public void close() {
        many.close();
        fetcher.close();
    }
}
