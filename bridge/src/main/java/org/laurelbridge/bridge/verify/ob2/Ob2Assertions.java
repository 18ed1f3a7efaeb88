package org.laurelbridge.bridge.verify.ob2;

import java.net.URI;
import java.util.Optional;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies assertions of Open Badges 2.0. A hosted one is what its issuer's site shows now: what was presented is compared with that. A
 * signed one is checked with a key that its issuer lists. Safe for many threads.
 */
public final class Ob2Assertions {

    private static final String CONTEXT = "https://w3id.org/openbadges/v2";

    /** Whether JSON is an assertion. */
    public static boolean isAssertion(ObjectNode document) {
        return Documents.holds(document, "@context", CONTEXT) && Documents.holds(document, "type", "Assertion");
    }

    /**
     * Whether JSON is a BadgeClass or an issuer, which belong to an assertion but are none. Then the findings say so: whoever shows one
     * as a badge shows what anybody may read.
     */
    public static boolean isPart(ObjectNode document, Findings findings) {
        if (!Documents.holds(document, "@context", CONTEXT)) {
            return false;
        }
        boolean isIssuer = Documents.holds(document, "type", "Issuer") || Documents.holds(document, "type", "Profile");
        if (isIssuer) {
            findings.add(Reason.NO_AWARD_ISSUER, Documents.textOrEmpty(document, "name"));
        } else if (Documents.holds(document, "type", "BadgeClass")) {
            findings.add(Reason.NO_AWARD_BADGE, Documents.textOrEmpty(document, "name"));
        } else {
            return false;
        }
        return true;
    }

    /** An assertion as JSON. */
    public void verify(ObjectNode presented, Visit visit, Findings findings) {
        String kind = verification(presented);
        boolean isHosted = kind.equals("HostedBadge") || kind.equals("hosted");
        String format = "Open Badges 2.0, " + (isHosted ? "hosted" : "unsigned");
        findings.add(Reason.FORMAT_KNOWN, format);
        if (!isHosted && !presented.path("revoked").asBoolean(false)) {
            findings.add(Reason.PROOF_MISSING);
            new Said2(presented, null, null).tell(format, findings);
            return;
        }
        hosted(presented, visit, findings)
                .ifPresent(shown -> new Chain(shown, visit, findings).ends(chain -> {
                    checkScope(chain, findings);
                    findings.add(Line.of(Reason.STATUS_HOSTED).asOf(visit.now()));
                    chain.said().tell(format, findings);
                    chain.said().checkValidity(visit.now(), findings);
                }));
    }

    /** An assertion as a token. */
    public void verify(Jws token, ObjectNode assertion, Visit visit, Findings findings) {
        String format = "Open Badges 2.0, signed (" + token.algorithm() + ")";
        findings.add(Reason.FORMAT_KNOWN, format);
        if (!token.algorithm().equals("RS256") || !token.isAllowed()) {
            findings.add(Reason.ALGORITHM, token.algorithm().isEmpty() ? "nothing" : token.algorithm());
            return;
        }
        new Chain(assertion, visit, findings).ends(chain -> {
            new SignedKey(chain, visit, findings).check(token);
            chain.said().tell(format, findings);
            if (findings.isGood()) {
                new Revocations(chain, visit).check(findings);
            }
            chain.said().checkValidity(visit.now(), findings);
        });
    }

    private static String verification(ObjectNode assertion) {
        return Documents.textOrEmpty(assertion.path("verification"), "type");
    }

    /** The assertion that the issuer's site shows; empty when it shows none that can be judged. */
    private static Optional<ObjectNode> hosted(ObjectNode presented, Visit visit, Findings findings) {
        Optional<URI> address = Documents.address(Documents.textOrEmpty(presented, "id"));
        if (address.isEmpty()) {
            findings.add(Reason.MEMBER_WRONG, "id", presented.path("id").toString(), "the address of the assertion");
            return Optional.empty();
        }
        Fetched fetched = visit.get(address.get());
        if (!(fetched instanceof Answer answer)) {
            findings.add(Reason.HOSTED_FAILED, ((Failed) fetched).why());
            return Optional.empty();
        }
        Read read = Documents.read(answer.text());
        if (read instanceof Read.Good good && isRevoked(answer, good.object())) {
            findings.add(revoked(good.object()).asOf(answer.at()));
            return Optional.empty();
        }
        if (answer.status() == 410) {
            findings.add(Line.of(Reason.STATUS_REVOKED).asOf(answer.at()));
            return Optional.empty();
        }
        if (!answer.isGood()) {
            findings.add(Reason.HOSTED_GONE, Integer.toString(answer.status()));
            return Optional.empty();
        }
        return compared(presented, read, answer, findings);
    }

    private static Optional<ObjectNode> compared(ObjectNode presented, Read read, Answer answer, Findings findings) {
        if (!(read instanceof Read.Good good)) {
            findings.add(Reason.HOSTED_BROKEN, ((Read.Bad) read).why());
            return Optional.empty();
        }
        if (!isAssertion(good.object())) {
            findings.add(Reason.HOSTED_BROKEN, "its type is " + good.object().path("type"));
            return Optional.empty();
        }
        Optional<String> difference = Difference.between(presented, good.object());
        findings.add(
                difference.isPresent()
                        ? Line.of(Reason.HOSTED_DIFFERS, difference.get())
                        : Line.of(Reason.HOSTED_SAME).asOf(answer.at()));
        return Optional.of(good.object());
    }

    private static boolean isRevoked(Answer answer, ObjectNode document) {
        return (answer.isGood() || answer.status() == 410)
                && document.path("revoked").asBoolean(false);
    }

    static Line revoked(ObjectNode document) {
        String why = Documents.textOrEmpty(document, "revocationReason");
        return why.isEmpty() ? Line.of(Reason.STATUS_REVOKED) : Line.of(Reason.STATUS_REVOKED_WHY, why);
    }

    private static void checkScope(Chain chain, Findings findings) {
        String id = Documents.textOrEmpty(chain.assertion(), "id");
        findings.add(
                Scope.of(chain.issuer()).holds(id)
                        ? Line.of(Reason.ISSUER_HOSTS, chain.issuerId()).asOf(chain.at())
                        : Line.of(Reason.ISSUER_ELSEWHERE, id, chain.issuerId()));
    }
}
