package org.laurelbridge.webapp.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntConsumer;
import org.laurelbridge.xapi.XapiVersion;

/** Pushes statements to a running Laurel as any sender does. */
public final class SampleSender {
    private static final int AT_A_TIME = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI statements;
    private final String credentials;

    /** @param address of the site, without a slash at its end */
    public SampleSender(URI address, String key, String secret) {
        this.statements = URI.create(address + "/xapi/statements");
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** What was sent was not taken. */
    public static final class NotTaken extends RuntimeException {
        NotTaken(HttpResponse<String> answer) {
            super("answered with " + answer.statusCode() + " " + answer.body());
        }
    }

    /**
     * Sends one request.
     *
     * @param body a statement, or an array of them
     * @throws NotTaken when the answer is not 200
     */
    public void send(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(statements)
                .header("Authorization", credentials)
                .header(XapiVersion.HEADER, XapiVersion.V1_0.header())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NotTaken(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends many, as few requests as a sender makes.
     *
     * @param sent is told how many were sent until now
     */
    public void send(List<String> all, IntConsumer sent) throws InterruptedException {
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, all.size());
            send("[" + String.join(",", all.subList(from, to)) + "]");
            sent.accept(to);
        }
    }
}
