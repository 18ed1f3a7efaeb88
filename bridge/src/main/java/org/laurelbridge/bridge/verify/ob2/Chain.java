package org.laurelbridge.bridge.verify.ob2;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assertion, its BadgeClass and its issuer: each asked for at its own address, also when it is written out, since anybody may write
 * anything into an assertion.
 */
final class Chain {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final ObjectNode assertion;
    private final Visit visit;
    private final Findings findings;
    private ObjectNode badge = NOTHING;
    private ObjectNode issuer = NOTHING;
    private Instant at = Instant.MIN;

    Chain(ObjectNode assertion, Visit visit, Findings findings) {
        this.assertion = assertion;
        this.visit = visit;
        this.findings = findings;
    }

    /** Goes on with the whole chain; when it breaks, the findings say where, and what is known is shown. */
    void ends(Consumer<Chain> then) {
        Optional<ObjectNode> foundBadge = ask(Documents.id(assertion, "badge"), "BadgeClass");
        badge = foundBadge.orElse(NOTHING);
        Optional<ObjectNode> foundIssuer = foundBadge.flatMap(found -> ask(Documents.id(found, "issuer"), "Issuer"));
        issuer = foundIssuer.orElse(NOTHING);
        if (foundIssuer.isPresent()) {
            then.accept(this);
        } else {
            said().tell("Open Badges 2.0", findings);
        }
    }

    private Optional<ObjectNode> ask(String address, String what) {
        Optional<URI> uri = Documents.address(address);
        if (uri.isEmpty() || uri.get().getHost() == null) {
            findings.add(Reason.ISSUER_BROKEN, what, "\"" + address + "\" is no address");
            return Optional.empty();
        }
        Fetched fetched = visit.getOrRemember(uri.get());
        if (!(fetched instanceof Answer answer)) {
            findings.add(Reason.ISSUER_FAILED, address, ((Failed) fetched).why());
            return Optional.empty();
        }
        if (!answer.isGood()) {
            findings.add(
                    answer.status() >= 500
                            ? Line.of(Reason.ISSUER_FAILED, address, "status " + answer.status())
                            : Line.of(Reason.ISSUER_STATUS, address, Integer.toString(answer.status())));
            return Optional.empty();
        }
        if (!answer.isOfHostOf(uri.get())) {
            findings.add(Reason.ISSUER_BROKEN, address, "it leads to " + answer.address());
            return Optional.empty();
        }
        at = answer.at();
        return read(answer, address, what);
    }

    private Optional<ObjectNode> read(Answer answer, String address, String what) {
        Read read = Documents.read(answer.text());
        if (!(read instanceof Read.Good good)) {
            findings.add(Reason.ISSUER_BROKEN, address, ((Read.Bad) read).why());
            return Optional.empty();
        }
        String id = Documents.textOrEmpty(good.object(), "id");
        // what a badge calls itself is no claim about anybody; what an issuer calls itself is
        if (what.equals("Issuer") && !id.equals(address)) {
            findings.add(Reason.ISSUER_BROKEN, address, "its id is \"" + id + "\"");
            return Optional.empty();
        }
        boolean isWhat = Documents.holds(good.object(), "type", what)
                || (what.equals("Issuer") && Documents.holds(good.object(), "type", "Profile"));
        if (!isWhat) {
            findings.add(
                    Reason.ISSUER_BROKEN,
                    address,
                    "its type is " + good.object().path("type"));
            return Optional.empty();
        }
        return Optional.of(good.object());
    }

    ObjectNode assertion() {
        return assertion;
    }

    JsonNode issuer() {
        return issuer;
    }

    String issuerId() {
        return Documents.textOrEmpty(issuer, "id");
    }

    /** When the issuer said it. */
    Instant at() {
        return at;
    }

    Said2 said() {
        return new Said2(assertion, badge, issuer);
    }
}
