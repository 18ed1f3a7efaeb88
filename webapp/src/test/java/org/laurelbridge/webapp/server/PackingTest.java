package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.webapp.Site;

/** What is packed on its way out, for whom, and what is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackingTest {
    private static final String LONG = "<p>a long page</p>".repeat(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Site site = new Site((sessions, pages) -> List.of(
            Route.of(Access.PUBLIC, new Says("text/html;charset=utf-8", LONG), "/page")
                    .taking("GET", "POST"),
            Route.of(Access.PUBLIC, new Says("text/html;charset=utf-8", "short"), "/short"),
            Route.of(Access.PUBLIC, new Says("text/csv;charset=utf-8", LONG), "/table"),
            Route.of(Access.PUBLIC, new Says("image/svg+xml", LONG), "/picture"),
            Route.of(Access.PUBLIC, new Says("text/event-stream", LONG), "/events"),
            Route.of(Access.PUBLIC, new Says("application/json", LONG), "/data"),
            Route.of(Access.PUBLIC, new Counts(), "/count").taking("POST"),
            Route.of(Access.PUBLIC, new AssetServlet(), "/assets/*")));

    private static final class Says extends HttpServlet {
        private final String type;
        private final String body;

        Says(String type, String body) {
            this.type = type;
            this.body = body;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType(type);
            response.setHeader("ETag", "W/\"1\"");
            response.addHeader("Vary", "Cookie");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Counts extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getInputStream().readAllBytes().length);
        }
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/page, gzip",
        "/table, gzip",
        "/picture, gzip",
        "laurel.css, gzip",
        "/short, ",
        "/events, ",
        "/data, ",
    })
    void whoAsks_getsItPacked(String path, String packed) {
        HttpResponse<byte[]> answer = ask(path.startsWith("/") ? path : Assets.at(path), "gzip, deflate, br");

        assertThat(answer.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(packed);
        if (packed != null) {
            assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Accept-Encoding");
        }
    }

    @Test
    void aPackedPage_isTheSamePage_andSmall() throws IOException {
        HttpResponse<byte[]> answer = ask("/page", "gzip");

        assertThat(answer.body()).hasSizeLessThan(LONG.length() / 10);
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(LONG);
        assertThat(String.join(", ", answer.headers().allValues("Vary"))).contains("Cookie");
    }

    @ParameterizedTest
    @CsvSource({"''", "identity", "gzip;q=0"})
    void whoDoesNotAsk_getsItPlain(String accepts) {
        HttpResponse<byte[]> answer = ask("/page", accepts);

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).hasSize(LONG.length());
    }

    @Test
    void whatIsSentPacked_isNotUnpacked_beforeItsLimitsAreKnown() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[100_000]);
        }
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + "/count"))
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo(String.valueOf(packed.size()));
    }

    private HttpResponse<byte[]> ask(String path, String accepts) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path));
        return send(accepts.isEmpty() ? request : request.header("Accept-Encoding", accepts));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
