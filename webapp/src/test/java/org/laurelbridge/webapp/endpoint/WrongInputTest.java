package org.laurelbridge.webapp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.endpoint.XapiEndpoint.passed;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.webapp.endpoint.XapiEndpoint.Answer;

/** Whatever comes: a status of the specification, a sentence, place, clause; nothing stored by half. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");

    private final XapiEndpoint endpoint = new XapiEndpoint();

    @AfterEach
    void nothingIsKept() {
        assertThat(endpoint.get("").json().get("statements")).isEmpty();
    }

    @AfterAll
    void close() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"actor":                                   | line 1, column 10
            [1,2                                        | line 1, column 5
            nonsense                                    | line 1, column 1
            {} {}                                       | line 1, column 4
            """)
    void brokenJson_isToldWithLineAndColumn(String body, String place) {
        Answer answer = endpoint.post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).startsWith(place);
        assertVersion(answer);
    }

    @Test
    void emptyBody_isToldAsSuch() {
        assertThat(endpoint.post("").json().at("/problems/0/found").asString()).isEqualTo("nothing");
    }

    @Test
    void deepNesting_isToldWithLineAndColumn() {
        Answer answer = endpoint.post("[".repeat(50_000) + "]".repeat(50_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).startsWith("line 1, column 10");
    }

    @Test
    void invalidUtf8_isToldWithLineAndColumn() {
        byte[] body = ("{\n\"actor\":{\"name\":\"" + "\u00ff\"}}").getBytes(StandardCharsets.ISO_8859_1);
        Answer answer = endpoint.post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).startsWith("line 2, column 18");
    }

    @Test
    void everyProblem_isToldAtOnceWithItsClause() {
        String wrong = "{\"actor\":{\"mbox\":\"mailto:a@b.org\",\"openid\":\"http://x.org/a\"},"
                + "\"verb\":{\"id\":\"no iri\"},\"object\":17,\"result\":{\"score\":{\"scaled\":\"1\"}},\"extra\":1}";
        Answer answer = endpoint.post("[" + passed(ID) + "," + wrong + "]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("problems").values())
                .extracting(problem -> problem.get("place").asString())
                .contains("/1/verb/id", "/1/object", "/1/result/score/scaled", "/1/extra")
                .anyMatch(place -> place.startsWith("/1/actor"));
        assertThat(answer.json().get("problems").values())
                .allSatisfy(
                        problem -> assertThat(problem.get("clause").asString()).startsWith("1.0.3 Data"));
    }

    @Test
    void sameIdTwice_isTold() {
        Answer answer = endpoint.post("[" + passed(ID) + "," + passed(ID) + "]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).isEqualTo("/1/id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ???",
                "Bearer",
                "Bearer abc",
                "Bearer secret",
                "Basic bG1zOndyb25n",
                "Basic bG1z",
                "Basic Og=="
            })
    void wrongCredentials_areUnauthorized(String authorization) {
        Answer answer = endpoint.send(
                "POST",
                "/xapi/statements",
                BodyPublishers.ofString(passed(ID)),
                "Authorization",
                authorization,
                "X-Experience-API-Version",
                "1.0.3");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.json().get("message").asString()).isNotEmpty();
        assertVersion(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.9", "1.1.0", "2.0", "1.0.x", "latest"})
    void wrongVersion_isRefused(String version) {
        Answer answer = endpoint.postAs("lms", "secret", version, passed(ID));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/clause").asString()).isEqualTo("1.0.3 Communication 3.3");
        assertVersion(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "?StatementId=11111111-2222-4333-8444-555555555555, 400",
        "?statementId=11111111-2222-4333-8444-555555555555&limit=1, 400",
        "?statementId=11111111-2222-4333-8444-555555555555&voidedStatementId=11111111-2222-4333-8444-555555555555, 400",
        "?statementId=1-1-1-1-1, 400",
        "?foo=1, 400",
        "?limit=-1, 400",
        "?limit=1&limit=2, 400",
        "?since=yesterday, 400",
        "?ascending=yes, 400",
        "?format=pretty, 400",
        "?more=zzz, 400",
        "?limit=%20, 400",
        "?agent=%7B%7D, 501",
        "?verb=http%3A%2F%2Fexample.org%2Fv, 501",
        "?activity=http%3A%2F%2Fexample.org%2Fa, 501",
        "?registration=11111111-2222-4333-8444-555555555555, 501",
        "?related_agents=true, 501",
        "?format=ids, 501",
        "?attachments=true, 501",
        "?related_activities=false&format=exact&attachments=false&limit=0, 200",
        "?statementId=11111111-2222-4333-8444-555555555555, 404",
    })
    void query_isAnsweredAsTheSpecificationSays(String query, int status) {
        Answer answer = endpoint.get(query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertVersion(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "OPTIONS"})
    void otherMethods_areRefused(String method) {
        Answer answer = endpoint.send(endpoint.request("/xapi/statements").method(method, BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void put_withoutStatementId_isRefused() {
        Answer answer = endpoint.send(endpoint.request("/xapi/statements").PUT(BodyPublishers.ofString(passed(ID))));
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
    void otherContentTypes_areRefused(String type) {
        Answer answer = endpoint.send(endpoint.request("/xapi/statements")
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(passed(ID))));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/found").asString()).isEqualTo(type);
    }

    @Test
    void tooManyStatements_areTooLarge() {
        String body = IntStream.rangeClosed(0, XapiEndpoint.MOST_STATEMENTS)
                .mapToObj(i -> "{}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(endpoint.post(body).status()).isEqualTo(413);
    }

    @Test
    void chunksBeyondTheBound_areTooLarge() {
        byte[] body = new byte[XapiEndpoint.MOST_BYTES + 1];
        Arrays.fill(body, (byte) ' ');
        Answer answer = endpoint.send(endpoint.request("/xapi/statements")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body))));
        assertThat(answer.status()).isEqualTo(413);
        assertVersion(answer);
    }

    @Test
    void fiftyMegabytes_areRefusedBeforeTheyCome() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
            socket.setSoTimeout(10_000);
            String head = "POST /xapi/statements HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n"
                    + "Content-Type: application/json\r\nX-Experience-API-Version: 1.0.3\r\nAuthorization: "
                    + XapiEndpoint.basic("lms", "secret") + "\r\n\r\n[";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            // it answers and closes, although 49,999,999 bytes are still to come
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("50000000 bytes", "X-Experience-API-Version");
        }
    }

    @Test
    void bodyThatEndsTooEarly_isRefused() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
            socket.setSoTimeout(10_000);
            String head = "POST /xapi/statements HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n"
                    + "Content-Type: application/json\r\nX-Experience-API-Version: 1.0.3\r\nAuthorization: "
                    + XapiEndpoint.basic("lms", "secret") + "\r\n\r\n" + passed(ID);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
        }
    }

    private static void assertVersion(Answer answer) {
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo("1.0.3");
    }
}
