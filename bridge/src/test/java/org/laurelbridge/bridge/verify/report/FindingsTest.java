package org.laurelbridge.bridge.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void verdict_withoutSignatureAndIssuer_isNeverGenuine() {
        assertThat(verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict(Reason.FORMAT_KNOWN, Reason.STATUS_NONE)).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict(Reason.PROOF_FITS)).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict(Reason.ISSUER_OURS)).isEqualTo(Verdict.UNCHECKED);
        assertThat(verdict(Reason.PROOF_FITS, Reason.ISSUER_OURS)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void verdict_ofSeveral_isTheOneThatWeighsMost() {
        assertThat(verdict(Reason.VALID_NO_MORE, Reason.PROOF_FITS_NOT, Reason.STATUS_REVOKED))
                .isEqualTo(Verdict.CHANGED);
        assertThat(verdict(Reason.PROOF_FITS, Reason.ISSUER_OURS, Reason.VALID_NO_MORE, Reason.STATUS_REVOKED))
                .isEqualTo(Verdict.REVOKED);
        assertThat(verdict(Reason.PROOF_FITS, Reason.ISSUER_OURS, Reason.VALID_NO_MORE, Reason.STATUS_FAILED))
                .isEqualTo(Verdict.EXPIRED);
        assertThat(verdict(Reason.PROOF_FITS, Reason.ISSUER_OURS, Reason.STATUS_FAILED))
                .isEqualTo(Verdict.UNCHECKED);
        // what it says of its end is worth nothing as long as nobody knows who wrote it
        assertThat(verdict(Reason.ISSUER_FAILED, Reason.VALID_NO_MORE)).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void decisive_isTheLineOfTheVerdict() {
        Findings findings = new Findings();
        findings.add(Reason.VALID_NO_MORE, Instant.EPOCH);
        findings.add(Reason.PROOF_FITS);
        findings.add(Reason.ISSUER_OURS);

        assertThat(findings.report().decisive().reason()).isEqualTo(Reason.VALID_NO_MORE);
        assertThat(findings.report().lines().stream().map(Line::check))
                .isEqualTo(List.of(Check.SIGNATURE, Check.ISSUER, Check.VALIDITY));
    }

    private static Verdict verdict(Reason... reasons) {
        Findings findings = new Findings();
        for (Reason reason : reasons) {
            findings.add(reason);
        }
        return findings.verdict();
    }
}
