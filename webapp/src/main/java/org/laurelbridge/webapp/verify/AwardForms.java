package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Addresses.AwardPlace;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.subject.Withdrawn;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** Sends the forms of an award to whoever may have them. */
public final class AwardForms {
    private final AwardFiles files;
    private final IssuerIdentity issuer;
    private final Withdrawn withdrawn;

    public AwardForms(AwardFiles files, IssuerIdentity issuer, Withdrawn withdrawn) {
        this.files = files;
        this.issuer = issuer;
        this.withdrawn = withdrawn;
    }

    /** Whether it was withdrawn with all that was known of its learner: then that is answered. */
    boolean isWithdrawn(AwardPlace place, HttpServletResponse response) throws IOException {
        Optional<String> why = withdrawn.why(place.award().value());
        if (why.isEmpty()) {
            return false;
        }
        if (place.form() != AwardForm.OB2) {
            throw new RequestFailure(Reason.WITHDRAWN);
        }
        PublicAnswer.gone(
                response,
                new Ob2Writer(issuer.addresses())
                        .withdrawn(place.award(), why.get())
                        .toString());
        return true;
    }

    /** @param cached as the Cache-Control header has it */
    void send(Earned earned, AwardForm form, String cached, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!files.offers(form)) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        if (earned.standing().kind() == Standing.Kind.REVOKED && form == AwardForm.OB2) {
            PublicAnswer.gone(
                    response, new Ob2Writer(issuer.addresses()).hosted(earned).toString());
            return;
        }
        check(earned.standing());
        byte[] file = files.find(earned, form).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        if (form == AwardForm.OB3) {
            PublicAnswer.sendCredential(request, response, cached, new String(file, StandardCharsets.UTF_8));
        } else if (form == AwardForm.OB3_JWT || form == AwardForm.CLR_JWT) {
            PublicAnswer.send(request, response, Accepted.of(request, response).token(), cached, file);
        } else {
            PublicAnswer.send(request, response, type(form), cached, file);
        }
    }

    /** What does not hold is not handed out: the signature alone would still look good. What may hold again is not gone for ever. */
    static void check(Standing standing) {
        switch (standing.kind()) {
            case REVOKED -> throw new RequestFailure(Reason.GONE);
            case SUSPENDED -> throw new RequestFailure(Reason.NOT_FOUND);
            case STANDS -> {}
        }
    }

    private static String type(AwardForm form) {
        return switch (form) {
            case OB2_JWS -> "application/jose";
            case PNG, CLR_PNG, OB2_PNG -> PublicAnswer.PNG;
            case SVG, CLR_SVG, OB2_SVG -> PublicAnswer.SVG;
            default -> PublicAnswer.JSON;
        };
    }
}
