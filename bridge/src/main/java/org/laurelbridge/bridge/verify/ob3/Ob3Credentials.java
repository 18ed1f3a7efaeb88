package org.laurelbridge.bridge.verify.ob3;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.verify.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.IssuerKeys;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Recipients;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verifies credentials of Open Badges 3.0, and records of CLR 2.0 with the badges inside. Safe for many threads. */
public final class Ob3Credentials {

    private static final int MOST_INSIDE = 50;
    private static final int DEEPEST = 2;

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
        String format = kind.get().words() + ", " + signatures.form(secured);
        findings.add(Reason.FORMAT_KNOWN, format);
        findings.show(Said.of(credential, format));
        findings.putRecipients(Said.recipients(credential));
        new Shape(findings).check(credential, kind.get());
        // nobody is asked about what cannot be a badge, nor for the addresses in what nobody signed
        if (findings.isGood()) {
            signatures.check(secured, visit, findings);
        }
        boolean isSigned = findings.isGood();
        if (isSigned) {
            statuses.check(secured, visit, findings);
        }
        Validity.check(credential, visit.now(), findings);
        sayRecipient(Said.recipients(credential), findings);
        if (kind.get() == Kind.RECORD && isSigned) {
            verifyInside(credential, visit, findings, depth);
        }
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
        Optional<Secured> secured = one instanceof ObjectNode object
                ? Secured.of(object, findings)
                : Secured.token(one.asString(""), findings);
        secured.ifPresent(found -> {
            verify(found, visit, findings, depth);
            if (!Owner.of(found.credential()).isSameAs(owner)) {
                findings.add(Reason.RECIPIENT_ANOTHER);
            }
        });
        return findings.report();
    }
}
