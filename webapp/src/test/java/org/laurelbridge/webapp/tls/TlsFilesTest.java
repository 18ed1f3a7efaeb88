package org.laurelbridge.webapp.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.xapi.Problem;

/** Files as certification authorities and OpenSSL write them, and everything that can be wrong with them. */
class TlsFilesTest {
    private static final URI OURS = URI.create("https://localhost");
    private static final byte[] P256 = {0x06, 0x08, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x03, 0x01, 0x07};

    /** As {@code openssl pkcs8 -topk8 -v2 aes-256-cbc} wrote it; its password is "right". */
    private static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhUEq+Jl4Rg/QICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEAbQoIhQFcCXhQQoc75jWi0EgZBJ
            tL8hYTXQKXWpeGaJ+WLFw+09MWYb5zLOn6BUkhK8VUaY1jfyzwbco10m8S7vGwXR
            e0n/JN88gSWmhdQItrvb9P5GFyE9TKMPu3FqdJiO8Z/cS75OltWbKNGD6XNhVVEl
            td3uV3AV85PXSNL29nd+uy3Iu1l02CmXQCVJclyKnkm8ZYiBvW95wa0zZeG30eg=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    private TlsFiles files;

    @BeforeEach
    void name() {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"), null);
    }

    private List<String> problems() {
        return problems(OURS, Instant.now());
    }

    private List<String> problems(URI publicUrl, Instant now) {
        return files.problems(publicUrl, now).stream().map(Problem::found).toList();
    }

    @Test
    void bothFiles_areLookedAt() {
        assertThat(problems()).containsExactly("no such file", "no such file");
        TestCertificate.write(files.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        TestCertificate.write(files.key(), "-----BEGIN PRIVATE KEY-----\n\u00ff\n-----END PRIVATE KEY-----\n");
        assertThat(problems())
                .containsExactly("a block CERTIFICATE that is none", "a key of another algorithm, or a broken one");
        TestCertificate.write(files.certificate(), "nothing");
        TestCertificate.write(files.key(), "nothing");
        assertThat(problems()).containsExactly("no certificate", "no private key");
    }

    @Test
    void pair_mustBelongTogether_beGoodNow_andForTheHost() {
        TestCertificate made = TestCertificate.made(folder, "EC").into(files);
        assertThat(problems()).isEmpty();
        assertThat(problems(URI.create("https://127.0.0.1:8443"), Instant.now()))
                .isEmpty();
        assertThat(problems(URI.create("https://one.badges.example.org"), Instant.now()))
                .isEmpty();
        for (String other : List.of("badges.example.org", "one.two.badges.example.org", "laurel", "127.0.0.2")) {
            assertThat(problems(URI.create("https://" + other), Instant.now()))
                    .as(other)
                    .containsExactly("a certificate for localhost, *.badges.example.org, 127.0.0.1");
        }
        assertThat(problems(OURS, Instant.now().plus(Duration.ofDays(11))))
                .singleElement()
                .asString()
                .startsWith("expired at");
        assertThat(problems(OURS, Instant.now().minus(Duration.ofDays(11))))
                .singleElement()
                .asString()
                .startsWith("good from");
        for (String algorithm : List.of("EC", "RSA")) {
            TestCertificate.write(
                    files.key(), TestCertificate.made(folder, algorithm).keyPem());
            assertThat(problems()).as(algorithm).containsExactly("another key");
        }
        TestCertificate.write(files.key(), made.keyPem());
        TestCertificate.write(
                files.certificate(),
                made.certificatePem()
                        + TestCertificate.made(folder, "EC", "-dname", "CN=other")
                                .certificatePem());
        assertThat(problems()).containsExactly("certificate 2 does not vouch for the one before it");
    }

    @Test
    void key_isReadInEveryForm() throws GeneralSecurityException {
        TestCertificate rsa = TestCertificate.made(folder, "RSA").into(files);
        assertThat(problems()).isEmpty();
        TestCertificate.write(files.key(), TestCertificate.pem("RSA PRIVATE KEY", inner(rsa.key())));
        assertThat(problems()).isEmpty();

        TestCertificate ec = TestCertificate.made(folder, "EC", "-groupname", "secp256r1", "-ext", "san=dns:localhost")
                .into(files);
        TestCertificate.write(
                files.key(),
                TestCertificate.pem("EC PARAMETERS", P256) + TestCertificate.pem("EC PRIVATE KEY", sec1(ec.key())));
        assertThat(problems()).isEmpty();
        TestCertificate.write(files.key(), TestCertificate.pem("EC PRIVATE KEY", inner(ec.key())));
        assertThat(problems()).containsExactly("a block EC PRIVATE KEY that is none");

        TestCertificate.made(folder, "Ed25519", "-ext", "san=dns:localhost").into(files);
        assertThat(problems()).isEmpty();
    }

    @Test
    void encryptedKey_wantsItsPassword() {
        TestCertificate.made(folder, "EC").into(files);
        TestCertificate.write(files.key(), ENCRYPTED);
        assertThat(problems()).containsExactly("an encrypted key");
        files = new TlsFiles(files.certificate(), files.key(), "wrong");
        assertThat(problems()).containsExactly("an encrypted key that the password does not open");
        files = new TlsFiles(files.certificate(), files.key(), "right");
        assertThat(problems()).as("it was opened").containsExactly("another key");
        TestCertificate.write(
                files.key(),
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n");
        assertThat(problems()).containsExactly("a key encrypted in OpenSSL's old way");
    }

    /** The form of a key alone, without the PKCS#8 around it. */
    private static byte[] inner(PrivateKey key) {
        Der all = Der.read(ByteBuffer.wrap(key.getEncoded())).get(0);
        return Der.read(all.content()).get(2).bytes();
    }

    private static byte[] sec1(PrivateKey key) {
        Der all = Der.read(ByteBuffer.wrap(inner(key))).get(0);
        List<Der> parts = Der.read(all.content());
        return Der.of(
                Der.SEQUENCE,
                Der.of(Der.INTEGER, parts.get(0).bytes()),
                Der.of(Der.OCTETS, parts.get(1).bytes()),
                Der.of(Der.FIRST_OPTION, P256));
    }
}
