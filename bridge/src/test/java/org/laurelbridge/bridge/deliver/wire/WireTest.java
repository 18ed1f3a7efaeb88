package org.laurelbridge.bridge.deliver.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;

class WireTest {

    private final Wire wire = new Wire(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private Reply answerTo(Response response) {
        try (FakeServer server = new FakeServer(request -> response)) {
            return wire.send(wire.to(server.address()).build());
        }
    }

    @Test
    void send_answered_tellsStatusAndText() {
        assertThat(answerTo(Response.html(200, "grüße")))
                .isEqualTo(new Reply.Answered(200, "grüße", Duration.ZERO, ""));
    }

    @Test
    void send_withABrokenStatusLine_isNoAnswer() {
        assertThat(answerTo(Response.broken("HTTP/1.0 0 Error writing to database")))
                .isEqualTo(new Reply.NoAnswer("the answer is not HTTP"));
    }

    @Test
    void send_withJsonInTheReasonPhrase_isAnAnswer() {
        String reason = "HTTP/1.0 400 Incorrect score received{\"userId\":\"3\",\"comment\":\"für Ada\"}";

        assertThat(answerTo(Response.broken(reason))).isEqualTo(new Reply.Answered(400, "", Duration.ZERO, ""));
    }

    @Test
    void send_toWhomHangsUp_isNoAnswer() {
        assertThat(answerTo(Response.silent(Ending.RESET)))
                .isEqualTo(new Reply.NoAnswer("the connection broke before the answer"));
    }

    @Test
    void send_toWhomSaysNothing_isNoAnswerInTime() {
        assertThat(answerTo(Response.silent(Ending.STALL)))
                .isInstanceOfSatisfying(
                        Reply.NoAnswer.class, none -> assertThat(none.reason()).startsWith("no answer within"));
    }

    @Test
    void send_toNobody_isNotSent() {
        URI gone;
        try (FakeServer server = new FakeServer(request -> Response.html(200, ""))) {
            gone = server.address();
        }

        assertThat(wire.send(wire.to(gone).build())).isEqualTo(new Reply.NotSent("no connection"));
    }

    @Test
    void send_toANameThatIsNone_isNotSent() {
        assertThat(wire.send(wire.to(URI.create("http://nowhere.invalid/")).build()))
                .isEqualTo(new Reply.NotSent("no connection"));
    }

    @Test
    void send_withAnEndlessAnswer_givesUp() {
        assertThat(answerTo(Response.html(200, "x".repeat(5_000_000))))
                .isEqualTo(new Reply.NoAnswer("the answer is too large"));
    }

    @Test
    void send_redirected_doesNotFollow() {
        AtomicInteger elsewhere = new AtomicInteger();
        try (FakeServer other = new FakeServer(request -> {
            elsewhere.incrementAndGet();
            return Response.html(200, "");
        })) {
            Reply reply = answerTo(
                    Response.html(302, "").with("Location", other.address().toString()));

            assertThat(reply.status()).isEqualTo(302);
            assertThat(elsewhere).hasValue(0);
        }
    }

    @Test
    void send_toldWhenToComeBack_tellsIt() {
        assertThat(answerTo(Response.html(429, "").with("Retry-After", "120")))
                .isEqualTo(new Reply.Answered(429, "", Duration.ofMinutes(2), ""));
        assertThat(answerTo(Response.html(503, "").with("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")))
                .isEqualTo(new Reply.Answered(503, "", Duration.ZERO, ""));
    }

    @Test
    void send_withANextPage_tellsItsAddress() {
        Response paged =
                Response.html(200, "").with("Link", "<http://x/?p=1>; rel=\"prev\", <http://x/?p=3>; rel=\"next\"");

        assertThat(answerTo(paged)).isEqualTo(new Reply.Answered(200, "", Duration.ZERO, "http://x/?p=3"));
    }
}
