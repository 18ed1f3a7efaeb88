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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.config.Network;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.session.Sessions;

/** Who asks too often is told to wait, and nobody else is. */
class RequestLimitsTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private WebServer server;
    private Site around;

    private static final class Answers extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus("wrong".equals(request.getHeader("Authorization")) ? 401 : 204);
        }
    }

    private void serve(int fromAddress, int ofPerson) {
        List<Route> routes = List.of(
                Route.of(Access.PUBLIC, new Answers(), "/page"),
                Route.of(Access.PUBLIC, new Answers(), "/verify").dear(),
                Route.of(Access.PUBLIC, new Answers(), "/assets/*"),
                Route.of(Access.OWN_CREDENTIALS, new Answers(), "/xapi/statements"),
                Route.of(Access.SIGNED_IN, new Answers(), "/mine"));
        around = new Site((sessions, pages) -> {
            server = limited(routes, sessions, pages, new LaurelConfig.Requests(fromAddress, ofPerson, 0));
            return List.of();
        });
        server.start();
    }

    private static WebServer limited(List<Route> routes, Sessions sessions, Pages pages, LaurelConfig.Requests most) {
        WebServer.Terms terms = WebServer.Terms.of(Framing.NOBODY, Duration.ZERO, new RequestLimits(most));
        return new WebServer("127.0.0.1", 0, routes, sessions, pages, terms)
                .behind(List.of(Network.of("127.0.0.1").orElseThrow()));
    }

    @AfterEach
    void close() {
        server.close();
        around.close();
    }

    private HttpResponse<String> get(String path, String from, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-Forwarded-For", from);
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int passed(int times, String path, String from, String... headers)
            throws IOException, InterruptedException {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            passed += get(path, from, headers).statusCode() == 429 ? 0 : 1;
        }
        return passed;
    }

    @Test
    void oneAddress_getsWhatIsAllowed_andIsToldHowLongToWait() throws IOException, InterruptedException {
        serve(3, 0);
        assertThat(passed(4, "/page", "192.0.2.1")).isEqualTo(3);
        HttpResponse<String> refused = get("/page", "192.0.2.1", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 20);
        assertThat(refused.body()).contains("More requests came from you than are taken in a minute.");
        assertThat(get("/page", "192.0.2.2").statusCode()).as("another address").isEqualTo(204);
        assertThat(passed(5, "/assets/x", "192.0.2.1")).as("style sheets").isEqualTo(5);
        assertThat(get("/nowhere", "192.0.2.1").statusCode()).isEqualTo(429);
    }

    @Test
    void oneNetworkOfIpv6_isOneSource() throws IOException, InterruptedException {
        serve(3, 0);
        assertThat(passed(2, "/page", "2001:db8::1")).isEqualTo(2);
        assertThat(passed(2, "/page", "2001:db8::2")).isEqualTo(1);
        assertThat(passed(2, "/page", "2001:db8:0:1::1")).isEqualTo(2);
    }

    @Test
    void whatTakesLong_countsAsFive() throws IOException, InterruptedException {
        serve(12, 0);
        assertThat(passed(3, "/verify", "192.0.2.1")).isEqualTo(2);
        assertThat(get("/page", "192.0.2.1").statusCode()).isEqualTo(204);
    }

    @Test
    void statements_areNotCounted_wrongCredentialsAre() throws IOException, InterruptedException {
        serve(18, 10);
        assertThat(passed(50, "/xapi/statements", "192.0.2.1", "Authorization", "right"))
                .isEqualTo(50);
        assertThat(passed(6, "/xapi/statements", "192.0.2.1", "Authorization", "wrong"))
                .isEqualTo(4);
    }

    @Test
    void onePerson_isCountedWhereverTheyAre() throws IOException, InterruptedException {
        serve(0, 3);
        String ada = around.signIn(Role.VIEWER).carried();
        assertThat(passed(2, "/mine", "192.0.2.1", "Cookie", ada)).isEqualTo(2);
        assertThat(passed(2, "/mine", "192.0.2.2", "Cookie", ada)).isEqualTo(1);
        String other = around.signIn(Role.VIEWER).carried();
        assertThat(passed(2, "/mine", "192.0.2.1", "Cookie", other)).isEqualTo(2);
        assertThat(passed(5, "/page", "192.0.2.1", "Authorization", "Bearer x")).isEqualTo(3);
        assertThat(passed(5, "/page", "192.0.2.1", "Authorization", "Bearer y")).isEqualTo(3);
    }

    @Test
    void aClassOf300_comesInAtOnceFromOneAddress() throws IOException, InterruptedException {
        serve(LaurelConfig.Requests.USUAL.fromAddress(), LaurelConfig.Requests.USUAL.ofPerson());
        assertThat(passed(300, "/verify", "192.0.2.1")).as("launches").isEqualTo(300);
        assertThat(passed(300 * 14, "/page", "192.0.2.1"))
                .as("logins, pages and pictures")
                .isEqualTo(4_200);
    }

    @Test
    void strictTransport_isSaidToWhomTheProxyHadByHttps() throws IOException, InterruptedException {
        around = new Site((sessions, pages) -> {
            WebServer.Terms terms = WebServer.Terms.of(Framing.NOBODY, Duration.ofDays(1), RequestLimits.NONE);
            server = new WebServer("127.0.0.1", 0, List.of(), sessions, pages, terms)
                    .behind(List.of(Network.of("127.0.0.1").orElseThrow()));
            return List.of();
        });
        server.start();
        for (String[] told : new String[][] {
            {"X-Forwarded-Proto", "https"},
            {"X-Forwarded-Proto", "http, https"},
            {"Forwarded", "for=192.0.2.1;proto=https"}
        }) {
            assertThat(get("/", "192.0.2.1", told).headers().firstValue("Strict-Transport-Security"))
                    .as(told[1])
                    .contains("max-age=86400");
        }
        for (String[] told : new String[][] {
            {"X-Forwarded-Proto", "http"},
            {"X-Forwarded-Proto", "https, http"},
            {"X-Forwarded-Proto", "https", "Forwarded", "for=192.0.2.1;proto=http"},
            {"Accept", "text/html"}
        }) {
            assertThat(get("/", "192.0.2.1", told).headers().firstValue("Strict-Transport-Security"))
                    .as(told[1])
                    .isEmpty();
        }
    }
}
