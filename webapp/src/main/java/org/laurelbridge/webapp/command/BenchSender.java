package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Pushes statements as a sender does. By the plainest client of Java: it shares the machine with the server that it measures, so
 * what it costs itself should be little.
 */
final class BenchSender {
    private static final String BASIC = Base64.getEncoder()
            .encodeToString((DemoConfig.SOURCE + ":" + DemoConfig.SECRET).getBytes(StandardCharsets.UTF_8));

    private final URI statements;

    BenchSender(URI address) {
        this.statements = URI.create(address + "/xapi/statements");
    }

    /** Pushes new statements in one request; returns when they are durable. */
    boolean push(int count) throws IOException {
        return push(BenchStatements.bodies(count));
    }

    boolean push(List<String> bodies) throws IOException {
        HttpURLConnection request = (HttpURLConnection) statements.toURL().openConnection();
        request.setRequestProperty("Authorization", "Basic " + BASIC);
        request.setRequestProperty("X-Experience-API-Version", "1.0.3");
        request.setRequestProperty("Content-Type", "application/json");
        request.setDoOutput(true);
        byte[] body = ("[" + String.join(",", bodies) + "]").getBytes(StandardCharsets.UTF_8);
        request.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = request.getOutputStream()) {
            out.write(body);
        }
        int status = request.getResponseCode();
        try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status != 200) {
                throw new LaurelCommand.NotDone("a push was answered with " + status + ": " + answer);
            }
        }
        return true;
    }
}
