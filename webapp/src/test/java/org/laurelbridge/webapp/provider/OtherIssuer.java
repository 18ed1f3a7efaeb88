package org.laurelbridge.webapp.provider;

import java.net.URI;
import java.time.Instant;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.CredentialJwt;
import org.laurelbridge.bridge.issue.ob3.Signing;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else who issues badges. */
final class OtherIssuer {
    /** Known by its key alone, so that its badges can be verified without the network. */
    private final IssuerIdentity issuer = Issued.issuer(URI.create("http://127.0.0.1:1"));

    /** Whom nobody can ask here. */
    private final IssuerIdentity away = Issued.issuer(URI.create("https://issuer.invalid"));

    /** A badge, valid since then, of one of two ids. */
    String badge(Instant validFrom, String id) {
        return signed(issuer, "ada@example.org", validFrom, id);
    }

    String badgeOf(String email, Instant validFrom, String id) {
        return signed(issuer, email, validFrom, id);
    }

    String unreachable(Instant validFrom, String id) {
        return signed(away, "ada@example.org", validFrom, id);
    }

    private static String signed(IssuerIdentity issuer, String email, Instant validFrom, String id) {
        ObjectNode document = Signing.unsigned(issuer, Issued.earned(email), validFrom);
        document.put("id", id);
        return Signing.sign(issuer, document, validFrom).toString();
    }

    /** The same as a token, of an issuer whom nobody can ask. */
    String token(Instant validFrom, String id) {
        return new CredentialJwt(away).of(unreachable(validFrom, id));
    }
}
