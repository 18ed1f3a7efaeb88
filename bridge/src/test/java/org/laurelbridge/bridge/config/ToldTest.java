package org.laurelbridge.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.bridge.deliver.mail.MailSettings.Security;
import org.laurelbridge.xapi.Problem;

/** Webhooks and mail, as an operator sets them. */
class ToldTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path folder;

    private ConfigReader.Loaded read(String text, Map<String, String> environment) throws IOException {
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, text);
        return ConfigReader.read(file, environment);
    }

    private Told told(String text, Map<String, String> environment) throws IOException {
        ConfigReader.Loaded loaded = read(text, environment);
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.config()).told();
    }

    private List<String> problems(String text) throws IOException {
        return read(text, Map.of()).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void nobody_isTold_whereNothingIsSet() throws IOException {
        assertThat(told("# nothing\n", Map.of())).isEqualTo(Told.NOBODY);
    }

    @Test
    void webhooks_areRead_withSecretsFromFilesAndTheEnvironment() throws IOException {
        Files.writeString(folder.resolve("before"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx\n");
        Told told = told("""
                webhooks:
                  - {name: portal, url: "https://portal.example.org/hook/?a=1", old-secret-file: before,
                     events: [award.issued, "award.revoked, award.expired"], private-networks: 10.20.0.0/16}
                """, Map.of("LAUREL_WEBHOOKS_PORTAL_SECRET", SECRET));

        Told.Hook hook = told.webhooks().get(0);
        assertThat(hook.webhook().url()).isEqualTo(URI.create("https://portal.example.org/hook/?a=1"));
        assertThat(hook.webhook().secrets()).hasSize(2);
        assertThat(hook.webhook().events()).isEqualTo(EnumSet.of(What.ISSUED, What.REVOKED, What.EXPIRED));
        assertThat(hook.networks()).hasSize(1);
        assertThat(told.toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS");
    }

    @Test
    void webhooks_thatCannotBe_areToldAllAtOnce_withoutTheirSecrets() throws IOException {
        assertThat(problems("""
                        webhooks:
                          - {name: "a b", url: "ftp://portal.example.org", secret: swordfish, events: award.isued,
                             private-networks: 8.8.8.0/24}
                          - {name: two, url: "https://portal.example.org", secret: %1$s}
                          - {name: two, url: "https://portal.example.org", secret: %1$s}
                        """.formatted(SECRET)))
                .hasSize(6)
                .anyMatch(problem -> problem.contains("dots, dashes and underscores"))
                .anyMatch(problem -> problem.contains("http or https address"))
                .anyMatch(problem -> problem.contains("whsec_ and 24 to 64 bytes"))
                .anyMatch(problem -> problem.contains("did you mean \"award.issued\"?"))
                .anyMatch(problem -> problem.contains("networks within"))
                .anyMatch(problem -> problem.contains("a name given twice"))
                .noneMatch(problem -> problem.contains("swordfish"));
    }

    @Test
    void mail_isRead() throws IOException {
        MailSettings mail = told("""
                mail: {host: smtp.example.org, tls: tls, user: laurel, from: Badges <badges@example.org>,
                       reply-to: help@example.org, language: de, newer-than: 3d}
                """, Map.of("LAUREL_MAIL_PASSWORD", "secret")).mail();

        assertThat(mail)
                .isEqualTo(new MailSettings(
                        "smtp.example.org",
                        465,
                        Security.TLS,
                        "laurel",
                        "secret",
                        "Badges <badges@example.org>",
                        "help@example.org",
                        Locale.GERMAN,
                        Duration.ofDays(3)));
        assertThat(mail.toString()).doesNotContain("secret");
    }

    @Test
    void mail_isSentByStarttls_whereNothingElseIsSaid() throws IOException {
        MailSettings mail = told("mail: {host: smtp.example.org, from: badges@example.org}", Map.of())
                .mail();

        assertThat(mail.security()).isEqualTo(Security.STARTTLS);
        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.newerThan()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void mail_thatCannotBe_isToldAllAtOnce() throws IOException {
        assertThat(problems("mail: {from: nobody, tls: maybe, user: laurel, language: ja, port: 0}"))
                .hasSize(6)
                .anyMatch(problem -> problem.contains("host"))
                .anyMatch(problem -> problem.contains("an e-mail address"))
                .anyMatch(problem -> problem.contains("one of starttls, tls, none"))
                .anyMatch(problem -> problem.contains("a user without password"))
                .anyMatch(problem -> problem.contains("en, de or es"))
                .anyMatch(problem -> problem.contains("65535"));
    }
}
