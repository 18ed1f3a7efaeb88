package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.laurelbridge.webapp.RawHttp;
import org.laurelbridge.webapp.Site;

/** A platform's page shows the pages that may stand there, and no other, however its address is written. */
class FramingTest {
    private static final String PLATFORM = "https://lms.example";

    /** Answers. */
    private static final class Here extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }

    @Test
    void pageThatMayNotBeFramed_isFramedUnderNoOtherName() {
        Map<String, String> framed = new TreeMap<>();
        try (Site site = new Site((sessions, pages) -> {
            WebServer.Terms terms = new WebServer.Terms(() -> PLATFORM, Duration.ofMinutes(1));
            List<Route> routes = List.of(
                    Route.of(Access.PUBLIC, new Here(), "/my"),
                    Route.of(Access.PUBLIC, new Here(), "/admin"),
                    Route.of(Access.PUBLIC, new Here(), "/admin/users/*"));
            try (WebServer server = new WebServer("127.0.0.1", 0, routes, sessions, pages, terms)) {
                server.start();
                for (String path : List.of(
                        "/my",
                        "/%6dy",
                        "/admin",
                        "/my/../admin",
                        "/my/%2e%2e/admin",
                        "/lti/x/../../admin/users/1",
                        "/teach/..//../admin",
                        "/%6cti/../admin",
                        "/lti/..;x/admin")) {
                    RawHttp.Answer answer = RawHttp.send(server.port(), "GET " + path + " HTTP/1.1", "Host: x");
                    framed.put(
                            path,
                            answer.status() + " "
                                    + answer.header("Content-Security-Policy")
                                            .map(policy -> policy.replaceFirst(".*frame-ancestors ", ""))
                                            .orElse("anybody"));
                }
            }
            return List.of();
        })) {
            assertThat(site.port()).isPositive();
        }
        assertThat(framed).containsEntry("/my", "200 " + PLATFORM).containsEntry("/%6dy", "200 " + PLATFORM);
        framed.keySet().removeIf(path -> path.equals("/my") || path.equals("/%6dy"));
        assertThat(framed).allSatisfy((path, answer) -> assertThat(answer).endsWith(" 'none'"));
        assertThat(framed).containsEntry("/my/../admin", "200 'none'");
    }
}
