package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Pushes statements as a sender does. */
final class BenchSender {
    private static final String BASIC = Base64.getEncoder()
            .encodeToString((DemoConfig.SOURCE + ":" + DemoConfig.SECRET).getBytes(StandardCharsets.UTF_8));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI statements;

    BenchSender(URI address) {
        this.statements = URI.create(address + "/xapi/statements");
    }

    /** Pushes new statements in one request; returns when they are durable. */
    boolean push(int count) throws IOException, InterruptedException {
        return push(BenchStatements.bodies(count));
    }

    boolean push(List<String> bodies) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(statements)
                .header("Authorization", "Basic " + BASIC)
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + String.join(",", bodies) + "]"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new LaurelCommand.NotDone("a push was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return true;
    }
}
