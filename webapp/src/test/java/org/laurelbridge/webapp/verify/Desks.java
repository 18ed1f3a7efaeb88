package org.laurelbridge.webapp.verify;

import org.laurelbridge.bridge.Verifying;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.verify.Pictures;
import org.laurelbridge.bridge.verify.Verifier;
import org.laurelbridge.bridge.verify.many.VerifyMany;
import org.laurelbridge.webapp.Site;

/** Desks for tests. */
public final class Desks {
    private Desks() {}

    /** Where nothing but what is presented is known, and the network answers nothing. */
    public static VerifyDesk alone() {
        Verifier verifier = new Verifier(
                Issued.issuer(Issued.PUBLIC),
                OwnDocuments.NONE,
                (address, longest) -> new Failed(Trouble.UNKNOWN_NAME),
                picture -> new Pictures.Held(null, null),
                Site.CLOCK);
        Verifying verifying =
                new Verifying(verifier, new VerifyMany(verifier::verify), new SafeFetcher(Reach.PUBLIC, Site.CLOCK));
        return new VerifyDesk(verifying, (badge, now) -> true, Site.CLOCK);
    }
}
