package org.laurelbridge.bridge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

/** Against servers that misbehave. */
class SafeFetcherTest {

    /** Longer than any answer takes, on a machine that has much else to do. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private HttpServer server;
    private SafeFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        fetcher = fetcher(Reach.TRIAL, LONG);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void get_answers() {
        answer("/badge", 200, "{}".getBytes(StandardCharsets.UTF_8), null);
        answer("/gone", 410, "{\"revoked\":true}".getBytes(StandardCharsets.UTF_8), null);

        assertThat(fetcher.get(at("/badge#fragment"), LONG))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.text()).isEqualTo("{}"));
        assertThat(fetcher.get(at("/gone"), LONG))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.status()).isEqualTo(410));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "jar:file:/x!/y",
                "https://user:pass@example.org/",
                "https:///x",
                "mailto:ada@example.org",
                "relative",
                "https://[fe80::1%25eth0]:99999/"
            })
    void get_whatIsNoAddressOfTheWeb_isNotAsked(String address) {
        assertThat(fetcher.get(URI.create(address), LONG)).isInstanceOf(Failed.class);
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void get_http_onlyOnTrial() {
        assertThat(fetcher(Reach.PUBLIC, LONG).get(at("/"), LONG)).isEqualTo(new Failed(Trouble.NOT_HTTPS));
    }

    @Test
    void get_portOfAnotherService_isNotAsked() {
        for (int port : new int[] {22, 25, 110, 443, 587, 0}) {
            assertThat(fetcher.get(URI.create("http://example.org:" + port + "/"), LONG))
                    .isEqualTo(new Failed(Trouble.PORT));
        }
        assertThat(lookUps).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "169.254.169.254", "[fd00::1]", "[::ffff:10.0.0.1]", "100.64.1.1", "private.test"})
    void get_privateAddress_isNotConnectedTo(String host) {
        assertThat(fetcher.get(URI.create("http://" + host + ":8080/"), LONG))
                .isEqualTo(new Failed(Trouble.NOT_PUBLIC));
    }

    @Test
    void get_loopback_onlyOnTrial() {
        assertThat(fetcher(Reach.PUBLIC, LONG).get(URI.create("https://localhost:8443/"), LONG))
                .isEqualTo(new Failed(Trouble.NOT_PUBLIC));
        assertThat(fetcher(Reach.PUBLIC, LONG).get(URI.create("https://2130706433:8443/"), LONG))
                .isEqualTo(new Failed(Trouble.NOT_PUBLIC));
    }

    @Test
    void get_namedNetwork_isReachedByHttpsAlone_andNoOtherAddress() {
        Network named = Network.of("127.0.0.0/8").orElseThrow();
        SafeFetcher widened = fetcher(Reach.PUBLIC.and(named::holds), LONG);
        assertThat(widened.get(at("/"), LONG)).isEqualTo(new Failed(Trouble.NOT_HTTPS));
        for (String other : new String[] {"10.0.0.1", "169.254.169.254", "[::1]", "[fd00::1]", "both.test"}) {
            assertThat(widened.get(URI.create("https://" + other + ":8443/"), LONG))
                    .as(other)
                    .isEqualTo(new Failed(Trouble.NOT_PUBLIC));
        }
    }

    @Test
    void get_nameWithOnePrivateAddress_isRefusedWhole() {
        assertThat(fetcher.get(URI.create("http://both.test:8080/"), LONG)).isEqualTo(new Failed(Trouble.NOT_PUBLIC));
    }

    @Test
    void get_unknownName() {
        assertThat(fetcher.get(URI.create("http://nobody.test:8080/"), LONG))
                .isEqualTo(new Failed(Trouble.UNKNOWN_NAME));
    }

    /** A name that is public at first and private when it is asked again must not be asked again. */
    @Test
    void get_looksUpOnce() {
        answer("/badge", 200, new byte[0], null);

        assertThat(fetcher.get(
                        URI.create(
                                "http://rebinding.test:" + server.getAddress().getPort() + "/badge"),
                        LONG))
                .isInstanceOf(Answer.class);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void get_redirect_isFollowed() {
        redirect("/a", "/b");
        redirect("/b", at("/c").toString());
        answer("/c", 200, "here".getBytes(StandardCharsets.UTF_8), null);

        assertThat(fetcher.get(at("/a"), LONG)).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.text()).isEqualTo("here");
            assertThat(answer.address()).isEqualTo(at("/c"));
        });
    }

    @Test
    void get_redirectLoop_ends() {
        redirect("/a", "/a");

        assertThat(fetcher.get(at("/a"), LONG)).isEqualTo(new Failed(Trouble.REDIRECTS));
    }

    @Test
    void get_redirectToWhereItMayNotGo_isNotFollowed() {
        redirect("/private", "http://10.0.0.1:8080/");
        redirect("/name", "http://private.test:8080/");
        redirect("/file", "file:///etc/passwd");
        redirect("/port", "http://127.0.0.1:25/");
        redirect("/broken", "http://[");

        assertThat(fetcher.get(at("/private"), LONG)).isEqualTo(new Failed(Trouble.NOT_PUBLIC));
        assertThat(fetcher.get(at("/name"), LONG)).isEqualTo(new Failed(Trouble.NOT_PUBLIC));
        assertThat(fetcher.get(at("/file"), LONG)).isEqualTo(new Failed(Trouble.NO_ADDRESS));
        assertThat(fetcher.get(at("/port"), LONG)).isEqualTo(new Failed(Trouble.PORT));
        assertThat(fetcher.get(at("/broken"), LONG)).isEqualTo(new Failed(Trouble.NO_ADDRESS));
    }

    @Test
    void get_largeAnswer_isGivenUp() {
        answer("/most", 200, new byte[SafeFetcher.MOST_BYTES], null);
        answer("/more", 200, new byte[SafeFetcher.MOST_BYTES + 1], null);

        assertThat(fetcher.get(at("/most"), LONG)).isInstanceOf(Answer.class);
        assertThat(fetcher.get(at("/more"), LONG)).isEqualTo(new Failed(Trouble.SIZE));
    }

    @Test
    void get_gzip_isUnpackedUpToTheBound() throws IOException {
        answer("/small", 200, gzip(new byte[1000]), "gzip");
        answer("/bomb", 200, gzip(new byte[200 * 1024 * 1024]), "gzip");
        answer("/broken", 200, new byte[] {1, 2, 3}, "gzip");
        answer("/other", 200, new byte[] {1, 2, 3}, "br");

        assertThat(fetcher.get(at("/small"), LONG))
                .isInstanceOfSatisfying(
                        Answer.class, answer -> assertThat(answer.body()).hasSize(1000));
        assertThat(fetcher.get(at("/bomb"), LONG)).isEqualTo(new Failed(Trouble.SIZE));
        assertThat(fetcher.get(at("/broken"), LONG)).isEqualTo(new Failed(Trouble.PACKED));
        assertThat(fetcher.get(at("/other"), LONG)).isEqualTo(new Failed(Trouble.PACKED));
    }

    @Test
    void get_serverThatSaysNothing_isGivenUp() throws IOException {
        ServerSocket silent = raw((socket, out) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));

        assertThat(fetcher(Reach.TRIAL, Duration.ofMillis(200)).get(at(silent), LONG))
                .isEqualTo(new Failed(Trouble.TIME));
    }

    /** Each byte in time, the whole never. */
    @Test
    void get_serverThatDrips_isGivenUp() throws IOException {
        ServerSocket dripping = raw((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write(' ');
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        });

        assertThat(fetcher(Reach.TRIAL, Duration.ofMillis(300)).get(at(dripping), LONG))
                .isEqualTo(new Failed(Trouble.TIME));
    }

    @Test
    void get_endlessAnswer_isGivenUp() throws IOException {
        ServerSocket body = raw((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[64 * 1024];
            while (true) {
                out.write(piece);
            }
        });
        ServerSocket headers = raw((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        ServerSocket noHttp =
                raw((socket, out) -> out.write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));

        // on a machine with much else to do Jetty may not tell that it is too large before its time is over
        assertThat(fetcher.get(at(body), LONG)).isIn(new Failed(Trouble.SIZE), new Failed(Trouble.TIME));
        assertThat(fetcher.get(at(headers), LONG)).isInstanceOf(Failed.class);
        assertThat(fetcher.get(at(noHttp), LONG)).isInstanceOf(Failed.class);
    }

    @Test
    void get_nobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(fetcher.get(URI.create("http://127.0.0.1:" + port + "/"), LONG))
                .isEqualTo(new Failed(Trouble.BROKEN));
    }

    @Test
    void ask_otherMethod_bringsItsBodyAndHeaders_andTheAnswersHeadersAreRead() {
        List<String> came = new ArrayList<>();
        server.createContext("/credentials", exchange -> {
            came.add(exchange.getRequestMethod());
            came.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            came.add(exchange.getRequestHeaders().getFirst("Authorization"));
            came.add(exchange.getRequestHeaders().getFirst("Accept"));
            came.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Link", "<a>; rel=\"next\"");
            exchange.getResponseHeaders().add("Link", "<b>; rel=\"last\"");
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        Map<String, String> headers =
                Map.of("Content-Type", "text/plain", "Authorization", "Bearer x", "Accept", "text/plain");

        Fetched fetched = fetcher.ask(new Ask("POST", at("/credentials"), headers, "Grün"), LONG);

        assertThat(came).containsExactly("POST", "text/plain", "Bearer x", "text/plain", "Grün");
        assertThat(fetched).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("link")).isEqualTo("<a>; rel=\"next\", <b>; rel=\"last\"");
            assertThat(answer.header("retry-after")).isEmpty();
        });
    }

    @Test
    void ask_whatChangesSomethingOrSaysWhoWeAre_goesToNoOtherAddress() {
        redirect("/moved", "/stolen");
        answer("/stolen", 200, "thanks".getBytes(StandardCharsets.UTF_8), null);
        Ask post = new Ask("POST", at("/moved"), Map.of(), "secret");
        Ask signed = new Ask("GET", at("/moved"), Map.of("authorization", "Bearer secret"), null);

        for (Ask ask : List.of(post, signed)) {
            assertThat(fetcher.ask(ask, LONG))
                    .isInstanceOfSatisfying(
                            Answer.class, answer -> assertThat(answer.status()).isEqualTo(302));
        }
    }

    private SafeFetcher fetcher(Reach reach, Duration whole) {
        SafeFetcher made =
                new SafeFetcher(reach, InstantSource.system(), this::lookUp, new SslContextFactory.Client(), whole);
        opened.add(made);
        return made;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        int times = lookUps.incrementAndGet();
        if (host.equals("private.test") || (host.equals("rebinding.test") && times > 1)) {
            return InetAddress.getAllByName("10.0.0.1");
        }
        if (host.equals("rebinding.test")) {
            return InetAddress.getAllByName("127.0.0.1");
        }
        if (host.equals("both.test")) {
            return new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("192.168.0.1")};
        }
        if (host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    private void answer(String path, int status, byte[] body, @org.jspecify.annotations.Nullable String encoding) {
        server.createContext(path, exchange -> {
            if (encoding != null) {
                exchange.getResponseHeaders().add("Content-Encoding", encoding);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static URI at(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Answers one connection with what it likes, until the other side goes. */
    private ServerSocket raw(Talk talk) throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        opened.add(socket);
        Thread thread = new Thread(() -> {
            try (Socket one = socket.accept()) {
                talk.with(one, one.getOutputStream());
            } catch (IOException gone) {
                // that is how it ends
            }
        });
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private interface Talk {
        void with(Socket socket, OutputStream out) throws IOException;
    }
}
