package org.laurelbridge.bridge.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.mail.MailSettings.Security;
import org.laurelbridge.bridge.fake.FakeMailServer;

/** Mails to servers that take them, refuse them, or go away. */
class SmtpTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Mail MAIL = mail("Ada", "You have earned a badge: Quiz");
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private @Nullable FakeMailServer fake;

    private static Mail mail(String name, String subject) {
        return new Mail(
                "0b1c.7",
                name,
                "ada@example.org",
                subject,
                "Grüße, “Ada” — plain",
                "<p>Grüße, “Ada” — HTML</p>",
                URI.create("https://badges.example.edu/mail/off/awards.x.y"));
    }

    private static Smtp smtp(
            int port, Security security, @Nullable String password, @Nullable SSLSocketFactory trusted) {
        return new Smtp(
                new MailSettings(
                        "localhost",
                        port,
                        security,
                        password == null ? null : "laurel",
                        password,
                        "Badges <badges@example.edu>",
                        "help@example.edu",
                        Locale.ENGLISH,
                        Duration.ofDays(7)),
                "badges.example.edu",
                trusted,
                CLOCK);
    }

    private int real() {
        post.start();
        return post.getSmtp().getPort();
    }

    private FakeMailServer fake(@Nullable SSLContext tls) {
        fake = new FakeMailServer(tls);
        return fake;
    }

    @AfterEach
    void close() {
        post.stop();
        if (fake != null) {
            fake.close();
        }
    }

    @Test
    void aMail_arrivesWholeAtARealServer() throws Exception {
        assertThat(smtp(real(), Security.NONE, null, null).send(MAIL)).isEqualTo(new Attempt.Delivered());

        MimeMessage came = post.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("You have earned a badge: Quiz");
        assertThat(came.getFrom()[0]).hasToString("Badges <badges@example.edu>");
        assertThat(came.getReplyTo()[0]).hasToString("help@example.edu");
        assertThat(came.getRecipients(RecipientType.TO)[0]).hasToString("Ada <ada@example.org>");
        assertThat(came.getMessageID()).isEqualTo("<0b1c.7@badges.example.edu>");
        assertThat(came.getSentDate()).isEqualTo(CLOCK.instant());
        assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(came.getHeader("List-Unsubscribe"))
                .containsExactly("<https://badges.example.edu/mail/off/awards.x.y>");
        assertThat(came.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        MimeMultipart both = (MimeMultipart) came.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(both.getBodyPart(0).getContent().toString().strip()).isEqualTo("Grüße, “Ada” — plain");
        assertThat(both.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(both.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Grüße, “Ada” — HTML</p>");
    }

    @Test
    void aName_beginsNoHeader() throws Exception {
        int port = real();
        String evil = "Ada\r\nBcc: eve@example.org\r\n\r\nHello\u2028there";

        assertThat(smtp(port, Security.NONE, null, null).send(mail(evil, "A badge: " + evil)))
                .isEqualTo(new Attempt.Delivered());

        assertThat(post.getReceivedMessages()).hasSize(1);
        MimeMessage came = post.getReceivedMessages()[0];
        assertThat(came.getHeader("Bcc")).isNull();
        assertThat(came.getAllRecipients()).hasSize(1);
        assertThat(came.getSubject()).isEqualTo("A badge: Ada Bcc: eve@example.org Hello there");
    }

    @Test
    void aRealServer_knowsItsUser_andRefusesAWrongPassword() {
        int port = real();
        post.setUser("laurel", "laurel", "right");
        post.getManagers().getUserManager().setAuthRequired(true);

        assertThat(smtp(port, Security.NONE, "wrong", null).send(MAIL))
                .isEqualTo(
                        new Attempt.Later("the mail server does not take mail.user and mail.password", Duration.ZERO));
        assertThat(smtp(port, Security.NONE, "right", null).send(MAIL)).isEqualTo(new Attempt.Delivered());
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void starttls_isSpokenBeforeAnythingIsSaid() throws Exception {
        SSLContext tls = tls("localhost");
        FakeMailServer server = fake(tls);

        Attempt attempt = smtp(server.port(), Security.STARTTLS, null, tls.getSocketFactory())
                .send(MAIL);

        assertThat(attempt).isEqualTo(new Attempt.Delivered());
        assertThat(server.commands()).startsWith("EHLO", "STARTTLS", "TLS EHLO", "TLS MAIL", "TLS RCPT", "TLS DATA");
    }

    @Test
    void aCertificateThatNobodyTrusts_endsIt() throws Exception {
        FakeMailServer server = fake(tls("localhost"));

        Attempt attempt = smtp(server.port(), Security.STARTTLS, null, null).send(MAIL);

        assertThat(attempt).isInstanceOf(Attempt.Later.class);
        assertThat(((Attempt.Later) attempt).reason()).contains("certificate");
        assertThat(server.commands()).doesNotContain("MAIL", "TLS MAIL");
    }

    @Test
    void aCertificateOfAnotherName_endsIt() throws Exception {
        SSLContext tls = tls("other.test");
        FakeMailServer server = fake(tls);

        Attempt attempt = smtp(server.port(), Security.STARTTLS, null, tls.getSocketFactory())
                .send(MAIL);

        assertThat(attempt).isInstanceOf(Attempt.Later.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void withoutStarttls_nothingIsSent() {
        FakeMailServer server = fake(null);

        assertThat(smtp(server.port(), Security.STARTTLS, "secret", null).send(MAIL))
                .isEqualTo(new Attempt.Later(
                        "the mail server offers no STARTTLS: nothing is sent without it", Duration.ZERO));
        assertThat(server.commands()).doesNotContain("AUTH", "MAIL");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void whereNobodyListens_itIsTriedAgain() {
        FakeMailServer server = fake(null);
        server.close();

        assertThat(smtp(server.port(), Security.NONE, null, null).send(MAIL)).isInstanceOf(Attempt.Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421 too busy for ada@example.org, Later, the mail server answered 421",
        "MAIL, 451 not now, Later, the mail server answered 451",
        "MAIL, 550 not you, Refused, the mail server answered 550",
        "RCPT, 450 greylisted: ada@example.org, Waiting, the mail server answered 450",
        "RCPT, 550 no such user: ada@example.org, Refused, the mail server answered 550",
        "DATA, 451 not now, Later, the mail server answered 451",
        "., 452 disk full, Later, the mail server answered 452",
        "., 554 it looks like spam, Refused, the mail server answered 554",
    })
    void whatAServerAnswers_isTriedAgainOrLeftToAPerson(String command, String answer, String kind, String reason) {
        FakeMailServer server = fake(null);
        server.answer(command, answer);

        Attempt attempt = smtp(server.port(), Security.NONE, null, null).send(MAIL);

        assertThat(attempt.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(attempt.toString()).contains(reason).doesNotContain("ada@");
    }

    /** Whether it was taken cannot be known: it is sent again under the same Message-ID. */
    @Test
    void aServerThatHangsUpAfterTheMail_mayHaveTakenIt() {
        FakeMailServer server = fake(null);
        server.answer(".", FakeMailServer.HANG_UP);
        Smtp smtp = smtp(server.port(), Security.NONE, null, null);

        assertThat(smtp.send(MAIL)).isInstanceOf(Attempt.Unknown.class);
        server.answer(".", "250 taken");
        assertThat(smtp.send(MAIL)).isEqualTo(new Attempt.Delivered());

        List<String> ids = server.mails().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Message-ID"))
                .toList();
        assertThat(ids)
                .containsExactly("Message-ID: <0b1c.7@badges.example.edu>", "Message-ID: <0b1c.7@badges.example.edu>");
    }

    /** A key with a certificate that it signed itself, trusted here alone; made by the JDK's own tool. */
    private SSLContext tls(String host) throws Exception {
        Path file = folder.resolve(host + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String command =
                "%s -genkeypair -alias key -keyalg EC -dname CN=%s -ext SAN=dns:%s -storetype PKCS12 -storepass changeit"
                        .formatted(keytool, host, host);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-keystore", file.toString()));
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", keys.getCertificate("key"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
