package org.laurelbridge.bridge.lti.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.wire.Call;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;

class GuardedSenderTest {

    private static Reply send(Reach reach, URI address) {
        try (SafeFetcher fetcher = new SafeFetcher(reach, InstantSource.system())) {
            return new GuardedSender(fetcher)
                    .send(new Call("POST", address, Map.of("Authorization", "Bearer t", "Accept", "a/b"), "{}"));
        }
    }

    @Test
    void send_tellsWhatCame() {
        try (FakeServer server = new FakeServer(request -> Response.of(
                        503,
                        "text/plain",
                        request.method() + " " + request.header("authorization") + " " + request.header("accept") + " "
                                + request.body())
                .with("Retry-After", "7")
                .with("Link", "<http://x/?p=3>; rel=\"next\""))) {
            assertThat(send(Reach.TRIAL, server.address().resolve("/items")))
                    .isEqualTo(new Reply.Answered(503, "POST Bearer t a/b {}", Duration.ofSeconds(7), "http://x/?p=3"));
        }
    }

    @Test
    void send_intoTheOwnNetwork_isNotSent() {
        try (FakeServer server = new FakeServer(request -> Response.html(200, "secret"))) {
            assertThat(send(Reach.PUBLIC, server.address())).isInstanceOf(Reply.NotSent.class);
            assertThat(send(
                            Reach.PUBLIC,
                            URI.create("https://127.0.0.1:" + server.address().getPort())))
                    .isEqualTo(new Reply.NotSent("no answer (not public)"));
        }
    }

    @Test
    void send_withoutAnswer_mayHaveArrived() {
        try (FakeServer server = new FakeServer(request -> Response.silent(Ending.RESET))) {
            assertThat(send(Reach.TRIAL, server.address())).isInstanceOf(Reply.NoAnswer.class);
        }
    }

    @Test
    void send_thatIsLedElsewhere_takesItsTokenNowhere() {
        try (FakeServer other = new FakeServer(request -> Response.html(200, "token"));
                FakeServer server = new FakeServer(request ->
                        Response.html(307, "").with("Location", other.address().toString()))) {
            assertThat(send(Reach.TRIAL, server.address()).status()).isEqualTo(307);
        }
    }
}
