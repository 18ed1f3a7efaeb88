package org.laurelbridge.bridge.verify.ob3;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.IssuerKeys;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies credentials of Open Badges 3.0, the endorsements in them and those that come alone, and records of CLR 2.0 with the badges
 * inside. Safe for many threads.
 */
public final class Ob3Credentials {

    private static final int MOST_INSIDE = 50;
    private static final int DEEPEST = 2;
    private static final int MOST_ENDORSEMENTS = 10;

    private final Signatures signatures;
    private final StatusChecks statuses;

    public Ob3Credentials(IssuerKeys keys) {
        this.signatures = new Signatures(keys);
        this.statuses = new StatusChecks(new StatusLists(signatures));
    }

    /** A credential as JSON. */
    public void verify(ObjectNode credential, Visit visit, Findings findings) {
        Secured.of(credential, findings).ifPresent(secured -> verify(secured, visit, findings, 0));
    }

    /** A credential as a token. */
    public void verify(String token, Visit visit, Findings findings) {
        Secured.token(token, findings).ifPresent(secured -> verify(secured, visit, findings, 0));
    }

    private void verify(Secured secured, Visit visit, Findings findings, int depth) {
        ObjectNode credential = secured.credential();
        Optional<Kind> kind = Kind.of(credential).filter(found -> found != Kind.STATUS_LIST);
        if (kind.isEmpty()) {
            findings.add(Reason.NO_BADGE, "its type is " + credential.path("type"));
            return;
        }
        introduce(secured, kind.get(), findings);
        judge(secured, kind.get(), visit, findings);
        if (kind.get() != Kind.ENDORSEMENT) {
            sayRecipient(Said.recipients(credential), findings);
            if (findings.isSigned()) {
                verifyEndorsements(credential, visit, findings);
            }
        }
        if (kind.get() == Kind.RECORD && findings.isSigned()) {
            verifyInside(credential, visit, findings, depth);
        }
    }

    private void introduce(Secured secured, Kind kind, Findings findings) {
        ObjectNode credential = secured.credential();
        String format = kind.words() + ", " + signatures.form(secured);
        findings.add(
                kind == Kind.ENDORSEMENT
                        ? Line.of(Reason.FORMAT_ENDORSEMENT, Documents.textOrEmpty(Said.subject(credential), "id"))
                        : Line.of(Reason.FORMAT_KNOWN, format));
        findings.show(Said.of(credential, format));
        findings.putRecipients(Said.recipients(credential));
    }

    /** Its shape, its signature and its issuer, its status and its time. */
    private void judge(Secured secured, Kind kind, Visit visit, Findings findings) {
        new Shape(findings).check(secured.credential(), kind);
        // nobody is asked about what cannot be a badge, nor for the addresses in what nobody signed
        if (findings.isGood()) {
            signatures.check(secured, visit, findings);
        }
        if (findings.isGood()) {
            statuses.check(secured, visit, findings);
        }
        Validity.check(secured.credential(), visit.now(), findings);
    }

    private void verifyEndorsements(ObjectNode credential, Visit visit, Findings findings) {
        List<GivenEndorsement> given = GivenEndorsement.of(credential);
        given.stream().limit(MOST_ENDORSEMENTS).forEach(one -> findings.add(line(one, visit)));
        if (given.size() > MOST_ENDORSEMENTS) {
            findings.add(Reason.ENDORSEMENTS_MANY, Integer.toString(given.size()), Integer.toString(MOST_ENDORSEMENTS));
        }
    }

    /** What it is worth, in one line: whatever comes of it, the badge is what it is. */
    private Line line(GivenEndorsement given, Visit visit) {
        Findings findings = new Findings();
        Optional<Secured> secured = secured(given.endorsement(), findings)
                .filter(found -> Kind.of(found.credential()).orElse(null) == Kind.ENDORSEMENT);
        if (secured.isEmpty()) {
            return Line.of(Reason.ENDORSEMENT_HOLDS_NOT, "?", Line.of(Reason.NO_BADGE, "no EndorsementCredential"));
        }
        ObjectNode credential = secured.get().credential();
        String by = Said.endorser(credential);
        String about = Documents.textOrEmpty(Said.subject(credential), "id");
        if (!given.isAbout(about)) {
            return Line.of(Reason.ENDORSEMENT_ELSEWHERE, by, about);
        }
        judge(secured.get(), Kind.ENDORSEMENT, visit, findings);
        Report report = findings.report();
        return switch (report.verdict()) {
            case GENUINE -> Line.of(Reason.ENDORSEMENT_HOLDS, by, about);
            case UNCHECKED -> Line.of(Reason.ENDORSEMENT_UNCHECKED, by, report.decisive());
            default -> Line.of(Reason.ENDORSEMENT_HOLDS_NOT, by, report.decisive());
        };
    }

    private static void sayRecipient(Recipients recipients, Findings findings) {
        if (recipients.identities().isEmpty()) {
            findings.add(Reason.RECIPIENT_ID);
        } else {
            boolean isHashed = recipients.identities().stream().allMatch(Identity::hashed);
            findings.add(isHashed ? Reason.RECIPIENT_HASHED : Reason.RECIPIENT_PLAIN);
        }
    }

    private void verifyInside(ObjectNode record, Visit visit, Findings findings, int depth) {
        List<JsonNode> inside = Documents.many(Said.subject(record), "verifiableCredential");
        if (inside.size() > MOST_INSIDE || depth >= DEEPEST) {
            findings.add(inside.size() > MOST_INSIDE ? Reason.TOO_LARGE : Reason.TOO_DEEP, inside.size() + " badges");
            return;
        }
        int bad = 0;
        for (JsonNode one : inside) {
            Report report = report(one, Owner.of(record), visit, depth + 1);
            findings.addInside(report);
            bad += report.verdict() == Verdict.GENUINE ? 0 : 1;
        }
        String all = Integer.toString(inside.size());
        if (bad > 0) {
            findings.add(Reason.INSIDE_NOT_GENUINE, Integer.toString(bad), all);
        } else if (!inside.isEmpty()) {
            findings.add(Reason.INSIDE_GENUINE, all);
        }
    }

    /** @param owner of the record around it: with the badges of others inside, a record would make them its own */
    private Report report(JsonNode one, Owner owner, Visit visit, int depth) {
        Findings findings = new Findings();
        secured(one, findings).ifPresent(found -> {
            verify(found, visit, findings, depth);
            if (!Owner.of(found.credential()).isSameAs(owner)) {
                findings.add(Reason.RECIPIENT_ANOTHER);
            }
        });
        return findings.report();
    }

    private static Optional<Secured> secured(JsonNode one, Findings findings) {
        return one instanceof ObjectNode object
                ? Secured.of(object, findings)
                : Secured.token(one.asString(""), findings);
    }
}
