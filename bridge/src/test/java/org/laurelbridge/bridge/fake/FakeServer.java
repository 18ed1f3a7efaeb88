package org.laurelbridge.bridge.fake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** HTTP/1.1 by hand, because a ready-made server can neither write a broken status line nor hang up in the middle. */
public final class FakeServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Function<Request, Response> handler;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch accepting = new CountDownLatch(1);

    /** Starts on a free port of 127.0.0.1. */
    public FakeServer(Function<Request, Response> handler) {
        this.handler = handler;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /**
     * Returns when nobody listens any more. A thread that still waits in {@code accept} keeps the port open in the kernel, so that
     * whoever came in that moment would be taken and then reset instead of refused.
     */
    @Override
    public void close() {
        try {
            listening.close();
            accepting.await();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // as it should end
        } finally {
            accepting.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                Response response = handler.apply(request(line, in));
                if (!send(response, socket, in)) {
                    return;
                }
            }
        } catch (IOException clientLeft) {
            // as every server sees it
        } finally {
            open.remove(socket);
        }
    }

    /** False when the connection is over. */
    private static boolean send(Response response, Socket socket, InputStream in) throws IOException {
        switch (response.ending()) {
            case RESET -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case STALL -> {
                while (in.read() >= 0) {
                    // until the client gives up
                }
                return false;
            }
            default -> {
                socket.getOutputStream().write(response.bytes());
                socket.getOutputStream().flush();
                return response.ending() == Ending.WHOLE;
            }
        }
    }

    private static Request request(String first, InputStream in) throws IOException {
        String[] parts = first.split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        int query = parts[1].indexOf('?');
        return new Request(
                parts[0],
                query < 0 ? parts[1] : parts[1].substring(0, query),
                query < 0 ? Map.of() : form(parts[1].substring(query + 1)),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** How an answer ends. */
    public enum Ending {
        WHOLE,
        /** Answered, then closed. */
        CLOSE,
        /** Nothing but a reset connection. */
        RESET,
        /** Nothing until the client gives up. */
        STALL
    }

    /** A request; names of headers in lower case. */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public Map<String, String> form() {
            return FakeServer.form(body);
        }
    }

    /** An answer; the status is all after the version, which is how PHP's broken ones come about. */
    public record Response(String statusLine, Map<String, String> headers, String body, Ending ending) {

        public static Response of(int status, String contentType, String body) {
            return new Response(
                    "HTTP/1.1 " + status + " Said", Map.of("Content-Type", contentType), body, Ending.WHOLE);
        }

        public static Response html(int status, String body) {
            return of(status, "text/html; charset=utf-8", body);
        }

        public static Response broken(String statusLine) {
            return new Response(statusLine, Map.of("Content-Type", "text/html"), "", Ending.CLOSE);
        }

        public static Response silent(Ending ending) {
            return new Response("", Map.of(), "", ending);
        }

        public Response with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Response(statusLine, more, body, ending);
        }

        byte[] bytes() {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(statusLine).append("\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Content-Length: ").append(content.length).append("\r\n");
            head.append(ending == Ending.CLOSE ? "Connection: close\r\n\r\n" : "\r\n");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
            return all.toByteArray();
        }
    }
}
