package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.session.Sessions;

/** Where a request comes from, through proxies that are named and others. */
class ForwardedTest {
    private static final String STRANGER = "198.51.100.7";

    /** Says whom it takes a request to come from, and how. */
    private static final class Whence extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme());
        }
    }

    private static String whence(List<String> proxies, String... headers) {
        List<String> answers = new ArrayList<>();
        try (Site site = new Site((sessions, pages) -> {
            answers.add(answer(proxies, sessions, pages, headers));
            return List.of();
        })) {
            assertThat(site.port()).isPositive();
        }
        return answers.get(0);
    }

    private static String answer(List<String> proxies, Sessions sessions, Pages pages, String... headers) {
        Route route = Route.of(Access.PUBLIC, new Whence(), "/whence");
        List<Network> networks =
                proxies.stream().flatMap(text -> Network.of(text).stream()).toList();
        try (WebServer server = new WebServer("127.0.0.1", 0, List.of(route), sessions, pages).behind(networks)) {
            server.start();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/whence"));
            return HttpClient.newHttpClient()
                    .send(request.headers(headers).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 198.51.100.7 | 198.51.100.7",
                "X-Forwarded-For | 203.0.113.9, 198.51.100.7 | 198.51.100.7",
                "X-Forwarded-For | 203.0.113.9, 198.51.100.7:4711, 10.20.30.40 | 198.51.100.7",
                "X-Forwarded-For | 10.0.0.1, 10.0.0.2 | 10.0.0.1",
                "X-Forwarded-For | 2001:db8::1 | [2001:db8:0:0:0:0:0:1]",
                "X-Forwarded-For | 198.51.100.7, unknown | 127.0.0.1",
                "X-Forwarded-For | localhost | 127.0.0.1",
                "Forwarded | for=203.0.113.9, For=\"[2001:db8::1]:4711\";proto=https | [2001:db8:0:0:0:0:0:1]",
                "Forwarded | for=\"203.0.113.9, for=198.51.100.7;by=10.0.0.1 | 198.51.100.7",
                "Forwarded | for=_hidden | 127.0.0.1",
                "X-Forwarded-Proto | https | 127.0.0.1"
            })
    void namedProxy_isBelieved_whereItsOwnWordsBegin(String header, String value, String sender) {
        assertThat(whence(List.of("127.0.0.1", "10.0.0.0/8"), header, value)).isEqualTo(sender + " http");
    }

    @Test
    void anybodyElse_isNotBelieved() {
        String[] forged = {
            "X-Forwarded-For", STRANGER, "Forwarded", "for=" + STRANGER + ";proto=https", "X-Forwarded-Proto", "https"
        };
        assertThat(Stream.of(List.<String>of(), List.of("10.0.0.0/8"), List.of("127.0.0.2", "::1"))
                        .map(proxies -> whence(proxies, forged)))
                .containsOnly("127.0.0.1 http");
    }

    @Test
    void twoHeadersThatDiffer_areNotBelieved() {
        assertThat(whence(List.of("127.0.0.1"), "X-Forwarded-For", STRANGER, "Forwarded", "for=203.0.113.9"))
                .isEqualTo("127.0.0.1 http");
        assertThat(whence(List.of("127.0.0.1"), "X-Forwarded-For", STRANGER, "Forwarded", "for=" + STRANGER))
                .isEqualTo(STRANGER + " http");
    }
}
