package org.laurelbridge.bridge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

/** The connection goes to the checked address, the certificate is asked for the name. */
class SafeFetcherTlsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void get_certificateOfTheName_isGoodAndOfAnotherIsNot() throws Exception {
        KeyStore keys = keysOf("badges.test");
        HttpsServer server = serve(keys);
        SslContextFactory.Client trusted = new SslContextFactory.Client();
        trusted.setTrustStore(trusting(keys));
        InetAddress[] here = {InetAddress.getLoopbackAddress()};
        try (SafeFetcher fetcher = new SafeFetcher(Reach.TRIAL, InstantSource.system(), host -> here, trusted, LONG)) {
            int port = server.getAddress().getPort();

            assertThat(fetcher.get(URI.create("https://badges.test:" + port + "/"), LONG))
                    .isInstanceOf(Answer.class);
            assertThat(fetcher.get(URI.create("https://other.test:" + port + "/"), LONG))
                    .isEqualTo(new Failed(Trouble.CERTIFICATE));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void get_privateAddress_whereItsNetworkIsNamed_isAskedUnderTheNameOfItsCertificate() throws Exception {
        KeyStore keys = keysOf("moodle.test");
        HttpsServer server = serve(keys);
        SslContextFactory.Client trusted = new SslContextFactory.Client();
        trusted.setTrustStore(trusting(keys));
        InetAddress[] here = {InetAddress.getLoopbackAddress()};
        Network named = Network.of("127.0.0.0/8").orElseThrow();
        URI moodle = URI.create("https://moodle.test:" + server.getAddress().getPort() + "/");
        try (SafeFetcher usual = new SafeFetcher(
                        Reach.PUBLIC, InstantSource.system(), host -> here, new SslContextFactory.Client(), LONG);
                SafeFetcher widened = new SafeFetcher(
                        Reach.PUBLIC.and(named::holds), InstantSource.system(), host -> here, trusted, LONG)) {
            assertThat(usual.get(moodle, LONG)).isEqualTo(new Failed(Trouble.NOT_PUBLIC));
            assertThat(widened.get(moodle, LONG)).isInstanceOf(Answer.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void get_certificateThatNobodySigned_isRefused() throws Exception {
        HttpsServer server = serve(keysOf("localhost"));
        try (SafeFetcher fetcher = new SafeFetcher(Reach.TRIAL, InstantSource.system())) {
            assertThat(fetcher.get(
                            URI.create(
                                    "https://localhost:" + server.getAddress().getPort() + "/"),
                            LONG))
                    .isEqualTo(new Failed(Trouble.CERTIFICATE));
        } finally {
            server.stop(0);
        }
    }

    private static KeyStore trusting(KeyStore keys) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("authority", keys.getCertificate("key"));
        return trust;
    }

    private static HttpsServer serve(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** A key with a certificate that it signed itself, made by the JDK's own tool. */
    private KeyStore keysOf(String host) throws Exception {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD);
        }
        return keys;
    }
}
