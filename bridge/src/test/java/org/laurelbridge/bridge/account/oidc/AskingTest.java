package org.laurelbridge.bridge.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a provider may not do to whoever asks it. */
class AskingTest {
    private static final Asking SHORT = new Asking(Duration.ofMillis(300), 1_000);

    /** What it sends, and how. */
    private interface Sends {
        void to(OutputStream out) throws IOException;
    }

    private static String ask(Sends sends) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server, sends), "provider");
            answering.setDaemon(true);
            answering.start();
            return SHORT.retrieveResource(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/")
                            .toURL())
                    .getContent();
        }
    }

    private static void answer(ServerSocket server, Sends sends) {
        try (Socket socket = server.accept()) {
            sends.to(socket.getOutputStream());
        } catch (IOException gone) {
            // whoever asked has given up
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void answer_isRead() throws IOException {
        assertThat(ask(out -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"))))
                .isEqualTo("{}");
    }

    @Test
    void redirect_isNotFollowed() {
        assertThatThrownBy(() -> ask(out ->
                        out.write(bytes("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))))
                .hasMessage("it answered 302");
    }

    @Test
    void largeAnswer_isGivenUp() {
        assertThatThrownBy(() -> ask(out -> {
                    out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
                    out.write(new byte[1_001]);
                }))
                .hasMessage("the answer is larger than 1000 bytes");
    }

    @Test
    void answerThatDrips_isGivenUp() {
        assertThatThrownBy(() -> ask(out -> {
                    out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
                    while (true) {
                        out.write(' ');
                        out.flush();
                        LockSupport.parkNanos(20_000_000);
                    }
                }))
                .hasMessageContaining("the answer took longer");
    }
}
