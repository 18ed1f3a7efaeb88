package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;

/** Badges of an issuer that nobody outside can ask: they name no list, yet the installation that gave them knows how they stand. */
class TrialBadgeTest {
    private static final String ROOT = "http://localhost:8080";
    private static final String ADA = "ada@example.org";

    @TempDir
    private Path folder;

    private Installation laurel;
    private PersonId ada;
    private UUID statement;

    @BeforeEach
    void earn() throws IOException {
        String stack = Installation.badge("stack").replaceFirst("when: .*", "when: {holds: {badge: part}}");
        laurel = new Installation(
                ROOT,
                folder,
                Installation.badge("part", "unsupported: revoke"),
                Installation.badge("pausing", "unsupported: suspend"),
                stack);
        ada = laurel.learner(ADA);
        statement = laurel.scored(ADA, "quiz", "0.9");
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private Report verify(byte[] file) {
        return laurel.bridge.verifying().one().verify(new Presented.File(file));
    }

    private byte[] file(Award award, String form) {
        return laurel.text("/awards/" + award.credential() + form).getBytes(StandardCharsets.UTF_8);
    }

    private void lose(String badge, AwardStatus status) {
        laurel.voids(statement);
        laurel.waitUntil(() -> laurel.awards(ada, badge).get(0).status() == status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ob3.json", "/badge.png", "/badge.svg"})
    void file_isGenuine_andRevokedOnceItIsTakenBack(String form) {
        Award award = laurel.signed(ada, "part");
        byte[] file = laurel.get("/awards/" + award.credential() + form).body();
        Report before = verify(file);
        assertThat(before.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(sentences(before)).contains("It was not revoked.");

        lose("part", AwardStatus.REVOKED);

        assertThat(verify(file).verdict()).isEqualTo(Verdict.REVOKED);
    }

    @Test
    void suspended_isSuspended() {
        byte[] file = file(laurel.signed(ada, "pausing"), "/ob3.json");

        lose("pausing", AwardStatus.SUSPENDED);

        assertThat(verify(file).verdict()).isEqualTo(Verdict.SUSPENDED);
    }

    @Test
    void record_isRevokedWithItsParts() {
        laurel.signed(ada, "part");
        byte[] file = file(laurel.signed(ada, "stack"), "/clr.json");
        assertThat(verify(file).verdict()).isEqualTo(Verdict.GENUINE);

        lose("part", AwardStatus.REVOKED);

        assertThat(verify(file).verdict()).isNotEqualTo(Verdict.GENUINE);
    }

    @Test
    void unknownToThisInstallation_isSaidToNameNoList() throws IOException {
        byte[] file = file(laurel.signed(ada, "part"), "/ob3.json");
        String other = new String(file, StandardCharsets.UTF_8);
        try (Installation elsewhere = new Installation(Files.createDirectory(folder.resolve("elsewhere")))) {
            Report report = elsewhere.bridge.verifying().one().verify(new Presented.Text(other));
            assertThat(sentences(report)).anyMatch(line -> line.startsWith("It names no list"));
        }
    }

    private static List<String> sentences(Report report) {
        return report.lines().stream()
                .filter(line -> line.check() == Check.STATUS)
                .map(line -> line.sentence())
                .toList();
    }
}
