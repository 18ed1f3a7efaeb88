package org.laurelbridge.bridge.verify.ob2;

import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a signed assertion is on the revocation list that its issuer names (Open Badges 2.0, RevocationList). */
final class Revocations {

    private final Chain chain;
    private final Visit visit;

    Revocations(Chain chain, Visit visit) {
        this.chain = chain;
        this.visit = visit;
    }

    void check(Findings findings) {
        String address = Documents.id(chain.issuer(), "revocationList");
        findings.add(address.isEmpty() ? Line.of(Reason.STATUS_NONE) : line(address));
    }

    private Line line(String address) {
        Optional<URI> uri = Documents.address(address);
        Fetched fetched = uri.isPresent() ? visit.getOrRemember(uri.get()) : new Failed(Fetched.Trouble.NO_ADDRESS);
        if (fetched instanceof Failed failed) {
            return Line.of(Reason.STATUS_FAILED, failed.why());
        }
        Answer answer = (Answer) fetched;
        if (!answer.isGood()) {
            return Line.of(Reason.STATUS_LIST_ANSWERED, Integer.toString(answer.status()));
        }
        if (!(Documents.readList(answer.text()) instanceof Read.Good good)
                || !good.object().has("revokedAssertions")) {
            return Line.of(Reason.STATUS_LIST_WRONG, "it is no RevocationList");
        }
        String issuer = Documents.id(good.object(), "issuer");
        return issuer.isEmpty() || issuer.equals(chain.issuerId())
                ? find(good.object()).by(answer)
                : Line.of(Reason.STATUS_LIST_WRONG, "it is of " + issuer);
    }

    private Line find(ObjectNode list) {
        String id = Documents.textOrEmpty(chain.assertion(), "id");
        return Documents.many(list, "revokedAssertions").stream()
                .filter(entry -> isOf(entry, id))
                .map(entry -> entry instanceof ObjectNode object
                        ? Ob2Assertions.revoked(object)
                        : Line.of(Reason.STATUS_REVOKED))
                .findFirst()
                .orElse(Line.of(Reason.STATUS_NOT_REVOKED));
    }

    private boolean isOf(JsonNode entry, String id) {
        String uid = Documents.textOrEmpty(chain.assertion(), "uid");
        String named = entry.isString() ? entry.asString() : Documents.textOrEmpty(entry, "id");
        return named.equals(id)
                || (!uid.isEmpty() && Documents.textOrEmpty(entry, "uid").equals(uid));
    }
}
