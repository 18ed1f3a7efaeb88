package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.session.Sessions;

class UploadTimeTest {

    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nbadge\r\n--b--\r\n";

    private static final class Uploads extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            long size = request.getPart("file").getSize();
            response.getWriter().print(size);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 200, 5", "PT-1S, 400, broke off"})
    void upload_ofAStrangerThatTakesTooLong_isBrokenOff(Duration longest, int status, String said) {
        Route route = new Route(new Uploads(), Access.PUBLIC, List.of("POST"), List.of("/upload"), 1_000, false);
        try (Site site = new Site((sessions, pages) -> {
            assertAnswer(server(route, sessions, pages, longest), "multipart/form-data; boundary=b", status, said);
            return List.of();
        })) {
            assertThat(site.port()).isPositive();
        }
    }

    /** Reads a form or whatever else comes. */
    private static final class Bodies extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            boolean isForm = request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXACT;
            String said = isForm
                    ? request.getParameter("file")
                    : new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            response.getWriter().print(said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, /upload, PT1M, 200, null",
        "PUBLIC, /upload, PT-1S, 400, broke off",
        "PUBLIC, /upload/*, PT-1S, 400, broke off",
        "OWN_CREDENTIALS, /upload, PT-1S, 400, broke off",
        "OWN_CREDENTIALS, /upload/*, PT-1S, 400, broke off"
    })
    void anyBodyOfAStrangerThatTakesTooLong_isBrokenOff(
            Access access, String path, Duration longest, int status, String said) {
        Route route = Route.of(access, new Bodies(), path).taking("POST");
        try (Site site = new Site((sessions, pages) -> {
            assertAnswer(server(route, sessions, pages, longest), "application/x-www-form-urlencoded", status, said);
            return List.of();
        })) {
            assertThat(site.port()).isPositive();
        }
    }

    private static WebServer server(Route route, Sessions sessions, Pages pages, Duration longest) {
        return new WebServer(
                "127.0.0.1", 0, List.of(route), sessions, pages, new WebServer.Terms(Framing.NOBODY, longest));
    }

    private static void assertAnswer(WebServer started, String type, int status, String said) {
        try (WebServer server = started) {
            server.start();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/upload"))
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(FORM))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
