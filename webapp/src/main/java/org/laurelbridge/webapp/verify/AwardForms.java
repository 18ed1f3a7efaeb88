package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.bridge.issue.picture.Picture;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** The forms of an award that the asker may see. */
public final class AwardForms {
    private static final String CREDENTIAL = "application/vc+ld+json";
    // an award may be taken back at any time: whoever keeps a copy asks whether it still holds
    private static final String PUBLIC = "no-cache";
    private static final String PRIVATE = "no-store";

    private final Earnings earnings;
    private final Credentials credentials;
    private final IssuerIdentity issuer;
    private final Pages pages;
    private final Picture picture;
    private final InstantSource clock;

    public AwardForms(
            Earnings earnings,
            Credentials credentials,
            IssuerIdentity issuer,
            Pages pages,
            Picture picture,
            InstantSource clock) {
        this.earnings = earnings;
        this.credentials = credentials;
        this.issuer = issuer;
        this.pages = pages;
        this.picture = picture;
        this.clock = clock;
    }

    void send(Award award, AwardId asked, AwardForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Earned earned = earnings.find(asked.value()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String cached = award.isPublic() ? PUBLIC : PRIVATE;
        switch (form) {
            case PAGE -> page(award, earned, response, cached);
            case SVG -> {
                String svg = picture.of(award.badge(), earned.achievement().name());
                PublicAnswer.send(request, response, PublicAnswer.SVG, cached, svg);
            }
            case OB2 -> {
                String assertion =
                        new Ob2Writer(issuer.addresses()).assertion(earned).toString();
                if (earned.revoked() == null) {
                    PublicAnswer.send(request, response, PublicAnswer.JSON, cached, assertion);
                } else {
                    PublicAnswer.gone(response, assertion);
                }
            }
            case OB3 -> credential(earned, request, response, cached);
            default -> throw new RequestFailure(Reason.NOT_FOUND);
        }
    }

    private void page(Award award, Earned earned, HttpServletResponse response, String cached) throws IOException {
        Ob3Verifier.Verdict proof = credentials
                .find(earned.credential())
                .map(credential -> new Ob3Verifier(issuer).verify(credential))
                .orElse(null);
        response.setHeader("Cache-Control", cached);
        Instant now = clock.instant();
        pages.show(response, "verify/award.jte", AwardPage.of(award, earned, issuer, now, proof, replacement(award)));
    }

    // the address of a private award is its learner's to give away
    private @Nullable String replacement(Award award) {
        return earnings.inPlaceOf(award)
                .filter(Award::isPublic)
                .map(other -> issuer.addresses().award(other.credential()).getRawPath())
                .orElse(null);
    }

    // what was taken back is not handed out any more: the signature alone would still look good
    private void credential(Earned earned, HttpServletRequest request, HttpServletResponse response, String cached)
            throws IOException {
        if (earned.revoked() != null) {
            throw new RequestFailure(Reason.GONE);
        }
        String credential =
                credentials.find(earned.credential()).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        String accept = request.getHeader("Accept");
        boolean isAskedFor = accept != null && accept.contains(CREDENTIAL);
        response.addHeader("Vary", "Accept");
        PublicAnswer.send(request, response, isAskedFor ? CREDENTIAL : PublicAnswer.JSON, cached, credential);
    }
}
