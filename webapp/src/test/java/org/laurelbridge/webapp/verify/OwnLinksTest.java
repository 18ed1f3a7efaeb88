package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.report.Verdict;

/** Whatever address of an award somebody was given, the verifier says what it is worth. */
class OwnLinksTest {
    private static final String ADA = "ada@example.org";
    private static final List<String> FORMS =
            List.of("", "/ob3.json", "/ob3.jwt", "/badge.png", "/badge.svg", "/ob2.jws", "/ob2.png", "/ob2.svg");
    private static final List<String> RECORDS = List.of("/clr.json", "/clr.jwt", "/clr.png", "/clr.svg");

    @TempDir
    private Path folder;

    private static Verdict verdict(Installation laurel, Award award, String form) {
        String link = Installation.ROOT + "/awards/" + award.credential() + form;
        return laurel.bridge.verifying().one().verify(new Presented.Link(link)).verdict();
    }

    @Test
    void link_toAnyForm_isGenuine_andRevokedOnceItIsTakenBack() throws Exception {
        String stack = Installation.badge("stack").replaceFirst("when: .*", "when: {holds: {badge: part}}");
        try (Installation laurel = new Installation(folder, Installation.badge("part", "unsupported: revoke"), stack)) {
            PersonId ada = laurel.learner(ADA);
            UUID statement = laurel.scored(ADA, "quiz", "0.9");
            Award part = laurel.signed(ada, "part");
            Award whole = laurel.signed(ada, "stack");

            assertThat(FORMS)
                    .allSatisfy(form ->
                            assertThat(verdict(laurel, part, form)).as(form).isEqualTo(Verdict.GENUINE));
            assertThat(RECORDS)
                    .allSatisfy(form ->
                            assertThat(verdict(laurel, whole, form)).as(form).isEqualTo(Verdict.GENUINE));
            assertThat(verdict(laurel, part, "/certificate.pdf")).isNotEqualTo(Verdict.GENUINE);
            assertThat(verdict(laurel, part, "/clr.json")).isNotEqualTo(Verdict.GENUINE);

            laurel.voids(statement);
            laurel.waitUntil(() -> laurel.awards(ada, "part").get(0).status() == AwardStatus.REVOKED);
            laurel.clock.turn(Duration.ofMinutes(1));
            assertThat(FORMS)
                    .allSatisfy(form ->
                            assertThat(verdict(laurel, part, form)).as(form).isEqualTo(Verdict.REVOKED));
        }
    }
}
