package org.laurelbridge.webapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.store.DatabaseUnavailable;
import org.laurelbridge.webapp.RawHttp;
import org.laurelbridge.webapp.RawHttp.Answer;
import org.laurelbridge.webapp.Site;
import tools.jackson.databind.json.JsonMapper;

/** Whatever arrives, the answer is ours: for people or programs, guarded, and without a word about what runs here. */
class FailureTest {
    private static final String LONG = "a".repeat(20_000);

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site((sessions, pages) -> List.of(
                Route.of(Access.PUBLIC, new Broken(), "/broken").taking("GET", "POST"),
                Route.of(Access.PUBLIC, new Silent(), "/silent"),
                Route.of(Access.PUBLIC, new Away(), "/away").taking("POST"),
                // takes more than its servlet can: HttpServlet itself refuses
                Route.of(Access.PUBLIC, new Silent(), "/careless").taking("GET", "POST")));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GARBAGE                         | 400
                    GET /a b HTTP/1.1               | 400
                    GET /%zz HTTP/1.1               | 400
                    GET /badges/a%2Fb HTTP/1.1      | 400
                    GET /badges/a%00b HTTP/1.1      | 400
                    GET /badges/%ff HTTP/1.1        | 400
                    GET /../../etc HTTP/1.1         | 400
                    GET //silent HTTP/1.1           | 400
                    GET /nothing HTTP/1.1           | 404
                    OPTIONS * HTTP/1.1              | 404
                    DELETE /silent HTTP/1.1         | 405
                    TRACE /silent HTTP/1.1          | 405
                    FOO /silent HTTP/1.1            | 405
                    POST /careless HTTP/1.1         | 405
                    GET /silent HTTP/9.9            | 505
                    GET /broken HTTP/1.1            | 500
                    """)
    void request_thatFails_isAnsweredByUs(String line, int status) {
        assertOurs(RawHttp.send(site.port(), line, "Host: x"), status);
    }

    @Test
    void address_tooLong_isToldSo() {
        assertOurs(RawHttp.send(site.port(), "GET /" + LONG + " HTTP/1.1", "Host: x"), 414);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    X-Any: LONG               | 431
                    Host: a b                 | 400
                    Host:                     | 400
                    Content-Length: x         | 400
                    Transfer-Encoding: foo    | 400
                    """)
    void header_thatIsWrong_isToldSo(String header, int status) {
        String host = header.startsWith("Host") ? "X-Any: y" : "Host: x";
        assertOurs(RawHttp.send(site.port(), "GET /silent HTTP/1.1", host, header.replace("LONG", LONG)), status);
    }

    @Test
    void host_missing_isToldSo() {
        assertOurs(RawHttp.send(site.port(), "GET /silent HTTP/1.1"), 400);
    }

    @Test
    void http10_withoutHost_isServed() {
        assertThat(RawHttp.send(site.port(), "GET /silent HTTP/1.0").status()).isEqualTo(200);
    }

    @Test
    void http10_withAMethodThatIsNotTaken_is405Too() {
        assertOurs(RawHttp.send(site.port(), "DELETE /silent HTTP/1.0"), 405);
    }

    @Test
    void method_notTaken_isToldThoseThatAre() {
        assertThat(RawHttp.send(site.port(), "DELETE /broken HTTP/1.1", "Host: x")
                        .header("Allow"))
                .contains("GET, HEAD, POST");
    }

    @Test
    void options_tellsTheMethodsThatAreTaken() {
        Answer answer = RawHttp.send(site.port(), "OPTIONS /silent HTTP/1.1", "Host: x");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET, HEAD");
    }

    @Test
    void head_ofWhatFails_hasNoBody() {
        Answer answer = RawHttp.send(site.port(), "HEAD /%2F HTTP/1.1", "Host: x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void database_thatIsAway_isNoFaultOfOurs() {
        Answer answer = RawHttp.send(site.port(), "POST /away HTTP/1.1", "Host: x", "Content-Length: 0");
        assertOurs(answer, 503);
        assertThat(answer.header("Retry-After")).contains("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "/nothing", "/broken"})
    void person_getsAPage(String path) {
        Answer answer = RawHttp.send(site.port(), "GET " + path + " HTTP/1.1", "Host: x", "Accept: text/html");
        assertThat(answer.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.body()).startsWith("<!doctype html>").contains("Back to the start");
        assertGuarded(answer);
    }

    @Test
    void whatIsNotThere_mayBeTheirsOnceTheySignIn() {
        Answer answer = RawHttp.send(site.port(), "GET /nothing HTTP/1.1", "Host: x", "Accept: text/html");
        assertThat(answer.body()).contains("if it is yours, <a href=\"/sign-in\">");
        Answer broken = RawHttp.send(site.port(), "GET /broken HTTP/1.1", "Host: x", "Accept: text/html");
        assertThat(broken.body()).doesNotContain("if it is yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xapi/a%2Fb", "/xapi/nothing", "/xapi"})
    void xapi_namesItsVersionOnErrorsToo(String path) {
        Answer answer = RawHttp.send(site.port(), "GET " + path + " HTTP/1.1", "Host: x");
        assertThat(answer.header("X-Experience-API-Version")).contains("1.0.3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    token=%zz   | 400
                    token=%ff   | 400
                    LONG        | 413
                    """)
    void form_thatCannotBeRead_isTheSendersFault(String form, int status) {
        String body = form.replace("LONG", "token=" + "a".repeat(600_000));
        Answer answer = RawHttp.send(
                site.port(),
                "POST /broken HTTP/1.1",
                "Host: x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
        assertOurs(answer, status);
        assertThat(JsonMapper.shared().readTree(answer.body()).has("failure")).isFalse();
    }

    private static void assertOurs(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("message").asString())
                .isNotEmpty();
        assertGuarded(answer);
    }

    private static void assertGuarded(Answer answer) {
        assertThat(answer.header("Content-Security-Policy")).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.text().toLowerCase(Locale.ROOT)).doesNotContain("jetty", "eclipse", "\tat ");
    }

    /** An Error, as a broken installation throws; a form is read first. */
    private static final class Broken extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new LinkageError("a class of org.eclipse.jetty is missing");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("read " + request.getParameter("token"));
        }
    }

    private static final class Away extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            throw new DatabaseUnavailable("no connection", new IOException("refused"));
        }
    }

    private static final class Silent extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("here");
        }
    }
}
