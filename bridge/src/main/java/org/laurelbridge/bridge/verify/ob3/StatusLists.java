package org.laurelbridge.bridge.verify.ob3;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.report.Findings;
import tools.jackson.databind.JsonNode;

/** Reads status lists of others and checks that they are the issuer's. */
final class StatusLists {

    private final Signatures signatures;

    StatusLists(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * A list.
     *
     * @param list null when it cannot be trusted
     * @param trouble why: a text or a line
     */
    record Found(@Nullable BitList list, Object trouble) {

        static Found not(Object trouble) {
            return new Found(null, trouble);
        }
    }

    /** @param issuer of the credential: the list must be of the same */
    Found read(Answer answer, String issuer, String purpose, Visit visit) {
        Findings findings = new Findings();
        Optional<Secured> secured = Secured.read(answer.text(), findings);
        if (secured.isEmpty()) {
            return Found.not(findings.report().decisive());
        }
        JsonNode subject = secured.get().credential().path("credentialSubject");
        if (Kind.of(secured.get().credential()).orElse(null) != Kind.STATUS_LIST) {
            return Found.not("it is no status list");
        }
        if (!secured.get().issuer().equals(issuer)) {
            return Found.not("it is of " + secured.get().issuer());
        }
        if (!Documents.holds(subject, "statusPurpose", purpose)) {
            return Found.not("it is for " + subject.path("statusPurpose"));
        }
        new Shape(findings).check(secured.get().credential(), Kind.STATUS_LIST);
        signatures.check(secured.get(), visit, findings);
        Instant end = Validity.end(secured.get().credential());
        if (!findings.isGood()) {
            return Found.not(findings.report().decisive());
        }
        if (end != null && !end.isAfter(visit.now())) {
            return Found.not("it was valid until " + end);
        }
        return BitList.read(Documents.textOrEmpty(subject, "encodedList"))
                .map(list -> new Found(list, ""))
                .orElseGet(() -> Found.not("its bits cannot be read"));
    }
}
