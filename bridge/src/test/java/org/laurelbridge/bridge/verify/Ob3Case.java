package org.laurelbridge.bridge.verify;

import java.net.URI;
import java.util.List;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import tools.jackson.databind.node.ObjectNode;

/** Issuers, a web and a verifier, for credentials with an embedded proof. */
abstract class Ob3Case {

    final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    final IssuerIdentity other = Issued.issuer(URI.create("https://other.example.org"));
    final Web web = new Web();
    final Verifier verifier = verifier(OwnDocuments.NONE);

    static ObjectNode signed(IssuerIdentity issuer) {
        return Signing.sign(issuer, unsigned(issuer), Issued.SIGNED_AT);
    }

    static ObjectNode unsigned(IssuerIdentity issuer) {
        return Signing.unsigned(issuer, Issued.earned("ada@example.org"), Issued.SIGNED_AT);
    }

    Verifier verifier(OwnDocuments own) {
        return new Verifier(ours, own, web, picture -> new Pictures.Held(null, null), web::now);
    }

    Report verify(Object credential) {
        return verifier.verify(new Presented.Text(credential.toString()));
    }

    static List<Reason> reasons(Report report) {
        return report.lines().stream().map(Line::reason).toList();
    }

    static Line line(Report report, Check check) {
        return report.lines().stream()
                .filter(line -> line.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
