package org.laurelbridge.webapp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bytes on a socket, for requests that no client would make. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * The first answer to a request, whose lines are told without their ends; the connection is asked to close, but where a body stands
     * behind an empty line: then the request is sent as it is.
     */
    public static Answer send(int port, String... lines) {
        String told = String.join("\r\n", lines);
        String request = List.of(lines).contains("") ? told : told + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            return new Answer(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // a server that refuses a request by its head answers and closes while the body is still on its way
    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            // what it answered is read all the same
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(came);
        } catch (SocketException closed) {
            if (came.size() == 0) {
                throw closed;
            }
        }
        return came.toString(StandardCharsets.UTF_8);
    }

    /** An answer as it came. */
    public record Answer(String text) {
        public int status() {
            return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }

        public Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .findFirst();
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}
