package org.laurelbridge.bridge.verify.ob3;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential with what secures it.
 *
 * @param credential of a token: its body
 * @param token null when the proof is embedded
 */
record Secured(ObjectNode credential, @Nullable Jws token) {

    private static final String ENVELOPE = "data:application/vc+jwt,";

    /** Of JSON, of a token, or of JSON that is the envelope of a token; empty when it is none, and the findings say why. */
    static Optional<Secured> read(String text, Findings findings) {
        String stripped = text.strip();
        if (Jws.looksLike(stripped)) {
            return token(stripped, findings);
        }
        Read read = Documents.read(stripped);
        if (read instanceof Read.Good good) {
            return of(good.object(), findings);
        }
        findings.add(Reason.NOT_JSON, ((Read.Bad) read).why());
        return Optional.empty();
    }

    static Optional<Secured> of(ObjectNode object, Findings findings) {
        String id = Documents.textOrEmpty(object, "id");
        return Documents.holds(object, "type", "EnvelopedVerifiableCredential") && id.startsWith(ENVELOPE)
                ? token(id.substring(ENVELOPE.length()), findings)
                : Optional.of(new Secured(object, null));
    }

    static Optional<Secured> token(String text, Findings findings) {
        Optional<Jws> token = Jws.read(text);
        if (token.isEmpty()) {
            findings.add(Reason.NO_BADGE, "a token that has not three parts");
            return Optional.empty();
        }
        Read read = Documents.read(token.get().payload());
        if (read instanceof Read.Good good) {
            return Optional.of(new Secured(TokenBody.of(good.object(), findings), token.get()));
        }
        findings.add(Reason.NOT_JSON, ((Read.Bad) read).why());
        return Optional.empty();
    }

    String issuer() {
        return Documents.id(credential, "issuer");
    }
}
