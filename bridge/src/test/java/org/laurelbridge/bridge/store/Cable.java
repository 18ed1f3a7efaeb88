package org.laurelbridge.bridge.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to a server on 127.0.0.1 that can be cut and mended: the database goes away and comes back. */
public final class Cable implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final String url;
    private final int to;
    private final ServerSocket server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Cable(String url, int to, ServerSocket server) {
        this.url = url;
        this.to = to;
        this.server = server;
    }

    /** A cable to the server of this URL. */
    public static Cable to(String url) {
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            throw new IllegalArgumentException("no port of 127.0.0.1 in " + url);
        }
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            String own = port.replaceFirst("127.0.0.1:" + server.getLocalPort());
            Cable cable = new Cable(own, Integer.parseInt(port.group(1)), server);
            start(cable::accept);
            return cable;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same URL, through the cable. */
    public String url() {
        return url;
    }

    /** Breaks what is open and takes nothing new. */
    public void cut() {
        cut = true;
        ends.forEach(Cable::close);
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                ends.add(near);
                if (cut) {
                    close(near);
                } else {
                    connect(near);
                }
            } catch (IOException closed) {
                cut = true; // the server socket is closed, or the real server is gone: both are a cut
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        ends.add(far);
        start(() -> copy(near, far));
        start(() -> copy(far, near));
    }

    private static void copy(Socket from, Socket into) {
        try (InputStream input = from.getInputStream();
                OutputStream output = into.getOutputStream()) {
            input.transferTo(output);
        } catch (IOException broken) {
            close(from);
            close(into);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
