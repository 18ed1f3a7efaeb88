package org.laurelbridge.bridge.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** SMTP by hand, since a ready-made server neither refuses when it is told to, nor hangs up after DATA, nor speaks STARTTLS. */
public final class FakeMailServer implements AutoCloseable {
    /** Hangs up instead of answering. */
    public static final String HANG_UP = "";

    private static final String AFTER_DATA = ".";

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> came = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext tls;

    /** @param tls with which it speaks STARTTLS; null when it does not */
    public FakeMailServer(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on it answers so to a command; to the end of a mail where the command is a dot. */
    public void answer(String command, String answer) {
        answers.put(command, answer);
    }

    /** Whole mails, as they came. */
    public List<String> mails() {
        return came.stream().filter(text -> text.contains("\n")).toList();
    }

    /** Commands, as they came; those that came encrypted begin with TLS. */
    public List<String> commands() {
        return came.stream().filter(text -> !text.contains("\n")).toList();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // as it should end
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            Socket socket = plain;
            BufferedReader in = reader(socket);
            boolean isEncrypted = false;
            say(socket, "220 fake");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                came.add((isEncrypted ? "TLS " : "") + command);
                String answer = answers.getOrDefault(command, usual(command, isEncrypted));
                if (!say(socket, answer)) {
                    return;
                }
                if (command.equals("STARTTLS") && tls != null) {
                    SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, -1, true);
                    secured.setUseClientMode(false);
                    socket = secured;
                    in = reader(socket);
                    isEncrypted = true;
                }
                if (command.equals("DATA") && answer.startsWith("354")) {
                    came.add(mail(in));
                    if (!say(socket, answers.getOrDefault(AFTER_DATA, "250 taken"))) {
                        return;
                    }
                }
            }
        } catch (IOException clientLeft) {
            // as every server sees it
        }
    }

    private String usual(String command, boolean isEncrypted) {
        return switch (command) {
            case "EHLO" -> tls != null && !isEncrypted ? "250-fake\r\n250 STARTTLS" : "250 fake";
            case "STARTTLS" -> tls == null ? "502 what" : "220 go on";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    /** False when it hung up. */
    private static boolean say(Socket socket, String answer) throws IOException {
        if (answer.equals(HANG_UP)) {
            return false;
        }
        OutputStream out = socket.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
