package org.laurelbridge.webapp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.endpoint.XapiEndpoint.passed;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.webapp.endpoint.XapiEndpoint.Answer;

/** xAPI 1.0.3 Communication 1.5.2. */
class AttachmentsTest {
    private static final String FILE = "a certificate\r\n--not the boundary\r\n";

    private final XapiEndpoint endpoint = new XapiEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void fileOfAStatement_isAccepted() throws Exception {
        assertThat(send(statement(sha2(FILE), ""), part(sha2(FILE), FILE)).status())
                .isEqualTo(200);
    }

    @Test
    void fileOfAnotherHash_isRefused() throws Exception {
        Answer answer = send(statement(sha2(FILE), ""), part(sha2(FILE), FILE + "!"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).isEqualTo("part 2");
    }

    @Test
    void partThatNoStatementSpeaksOf_isRefused() throws Exception {
        Answer answer = send(passed(UUID.randomUUID()), part(sha2(FILE), FILE));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).isEqualTo("part 2, X-Experience-API-Hash");
    }

    @Test
    void attachmentWithoutAddressOrPart_isRefused() throws Exception {
        Answer answer = endpoint.post(statement(sha2(FILE), ""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).isEqualTo("/attachments/0");
    }

    @Test
    void attachmentWithAddress_needsNoPart() throws Exception {
        String address = ",\"fileUrl\":\"https://files.example/1\"";
        assertThat(endpoint.post(statement(sha2(FILE), address)).status()).isEqualTo(200);
    }

    @Test
    void multipartWithoutEnd_isRefused() {
        Answer answer = multipart("--b\r\nContent-Type: application/json\r\n\r\n" + passed(UUID.randomUUID()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.toString()).contains("part 1 has no end");
    }

    private Answer send(String statement, String part) {
        return multipart("--b\r\nContent-Type: application/json\r\n\r\n" + statement + part + "\r\n--b--\r\n");
    }

    private Answer multipart(String body) {
        return endpoint.send(endpoint.request("/xapi/statements")
                .setHeader("Content-Type", "multipart/mixed; boundary=\"b\"")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String sha2, String file) {
        return "\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                + sha2 + "\r\n\r\n" + file;
    }

    private static String statement(String sha2, String more) {
        return passed(UUID.randomUUID(), """
                ,"attachments":[{"usageType":"https://example.org/certificate","display":{"en":"Certificate"},\
                "contentType":"text/plain","length":%d,"sha2":"%s"%s}]""".formatted(FILE.length(), sha2, more));
    }

    private static String sha2(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
