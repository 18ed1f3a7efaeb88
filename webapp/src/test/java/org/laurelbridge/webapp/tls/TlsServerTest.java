package org.laurelbridge.webapp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.webapp.RawHttp;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Framing;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.RequestLimits;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Sessions;

/** A server that speaks TLS, with real handshakes. */
class TlsServerTest {
    private static final URI KNOWN_AS = URI.create("https://badges.example.org/laurel");

    @TempDir
    private Path folder;

    private TlsFiles files;
    private TestCertificate first;
    private TlsConnector tls;
    private Site around;
    private WebServer server;
    private int plainPort;

    private static final class Hello extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("hello " + request.isSecure());
        }
    }

    @BeforeEach
    void open() throws IOException {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"), null);
        first = TestCertificate.made(folder, "RSA").into(files);
        tls = new TlsConnector(files, InstantSource.system());
        try (ServerSocket free = new ServerSocket(0)) {
            plainPort = free.getLocalPort();
        }
        around = new Site((sessions, pages) -> {
            server = serving(sessions, pages);
            return List.of();
        });
        server.start();
    }

    private WebServer serving(Sessions sessions, Pages pages) {
        List<Route> routes = List.of(Route.of(Access.PUBLIC, new Hello(), "/hello"));
        WebServer.Terms terms = WebServer.Terms.of(Framing.NOBODY, Duration.ofDays(1), RequestLimits.NONE);
        return new WebServer("127.0.0.1", 0, routes, sessions, pages, terms)
                .speaking(tls, Duration.ofMillis(20))
                .leadingToHttps(plainPort, KNOWN_AS);
    }

    @AfterEach
    void close() {
        server.close();
        around.close();
    }

    private static SSLContext trusting(TestCertificate one) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.setCertificateEntry("one", one.certificate());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private HttpResponse<String> get(HttpClient client) throws IOException, InterruptedException {
        URI address = URI.create("https://localhost:" + server.port() + "/hello");
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(TestCertificate trusted) throws GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(trusting(trusted)).build();
    }

    private SSLSocket socket(TestCertificate trusted) throws GeneralSecurityException, IOException {
        return (SSLSocket) trusting(trusted).getSocketFactory().createSocket("127.0.0.1", server.port());
    }

    private BigInteger shown(TestCertificate... trusted) throws GeneralSecurityException, IOException {
        for (TestCertificate one : trusted) {
            try (SSLSocket socket = socket(one)) {
                socket.startHandshake();
                return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
            } catch (SSLHandshakeException another) {
                // shown is another one
            }
        }
        throw new AssertionError("none of them is shown");
    }

    @Test
    void answersAreHttp2OverTls_andSayStrictTransport() throws Exception {
        HttpResponse<String> answer = get(client(first));

        assertThat(answer.body()).isEqualTo("hello true");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=86400");
    }

    @Test
    void tls12_isSpokenWithForwardSecrecyAlone() throws Exception {
        try (SSLSocket socket = socket(first)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getCipherSuite()).matches("TLS_ECDHE_.*(GCM|POLY1305).*");
        }
        for (String weak : List.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256")) {
            try (SSLSocket socket = socket(first)) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {weak});
                assertThatThrownBy(socket::startHandshake).as(weak).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void renewedFiles_areTakenUpWhileServing() throws Exception {
        HttpClient before = client(first);
        assertThat(get(before).body()).startsWith("hello");
        TestCertificate second = TestCertificate.made(folder, "EC").into(files);
        while (!shown(first, second).equals(second.certificate().getSerialNumber())) {
            Thread.onSpinWait();
        }
        assertThat(get(before).body())
                .as("the connection that was there goes on")
                .startsWith("hello");
        assertThat(get(client(second)).body()).startsWith("hello");
    }

    @Test
    void brokenPair_leavesTheOneBefore_untilItIsRight() throws Exception {
        TestCertificate second = TestCertificate.made(folder, "RSA");
        TestCertificate.write(files.certificate(), second.certificatePem());
        tls.renew();
        assertThat(shown(first, second)).isEqualTo(first.certificate().getSerialNumber());
        TestCertificate.write(files.key(), second.keyPem());
        tls.renew();
        assertThat(shown(second)).isEqualTo(second.certificate().getSerialNumber());
    }

    @Test
    void brokenPair_doesNotStart() {
        TestCertificate.write(files.key(), "nothing");
        assertThatThrownBy(() -> new TlsConnector(files, InstantSource.system()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key.pem: found no private key");
    }

    @Test
    void plainPort_leadsToThePublicAddress_whateverHostIsAsked() {
        RawHttp.Answer answer = RawHttp.send(plainPort, "GET /my?a=b HTTP/1.1", "Host: evil.example");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("https://badges.example.org/laurel/my?a=b");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(RawHttp.send(plainPort, "GET //evil.example/ HTTP/1.1", "Host: x")
                        .header("Location")
                        .orElse(""))
                .doesNotContain("//evil");
    }

    @Test
    void plainPort_leadsNowhereElse_whateverIsAskedFor() {
        for (String line : List.of(
                "OPTIONS * HTTP/1.1", "CONNECT .evil.example:443 HTTP/1.1", "GET http://evil.example/my HTTP/1.1")) {
            RawHttp.Answer answer = RawHttp.send(plainPort, line, "Host: x");
            assertThat(answer.header("Location").orElse("https://badges.example.org/laurel/"))
                    .as(line)
                    .startsWith("https://badges.example.org/laurel/")
                    .doesNotContain("evil");
        }
    }
}
