package org.laurelbridge.bridge.deliver.wire;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests: bounded in time and in the size of the answer, to exactly the address given. Redirects are answers like others: a
 * token or a grade must not follow them to somewhere else. Throws nothing for what a remote can do.
 */
public final class Wire implements Sender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient client;
    private final Duration whole;

    /** One for all targets: five seconds to connect, fifteen for request and answer. */
    public Wire() {
        this(CONNECT, WHOLE);
    }

    /**
     * @param connect time to connect
     * @param whole time until the last byte of the answer
     */
    public Wire(Duration connect, Duration whole) {
        // HTTP/1.1: an upgrade header on plain connections is more than some LMS servers bear
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.whole = whole;
    }

    /** A request to be completed and sent. */
    public HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).header("User-Agent", "Laurel");
    }

    @Override
    public Reply send(Call call) {
        HttpRequest.Builder request = to(call.address());
        call.headers().forEach(request::header);
        String body = call.body();
        return send(request.method(
                        call.method(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends it and waits for the answer. */
    public Reply send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request, info -> new BoundedText(LARGEST_ANSWER));
        try {
            HttpResponse<String> response = future.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return Reply.answered(
                    response.statusCode(), response.body(), header(response, "Retry-After"), header(response, "Link"));
        } catch (TimeoutException e) {
            future.cancel(true);
            return new Reply.NoAnswer("no answer within " + whole.toSeconds() + " s");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.NoAnswer("Laurel was stopped while it waited for the answer");
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static Reply failure(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new Reply.NotSent("no connection in time");
        }
        if (cause instanceof ConnectException || cause instanceof UnresolvedAddressException) {
            return new Reply.NotSent("no connection");
        }
        // the reason phrase of Moodle's errors holds the request: it must not reach a log
        if (cause instanceof ProtocolException || cause.getCause() instanceof NumberFormatException) {
            return new Reply.NoAnswer("the answer is not HTTP");
        }
        return new Reply.NoAnswer(
                cause instanceof BoundedText.TooLarge
                        ? "the answer is too large"
                        : "the connection broke before the answer");
    }

    private static String header(HttpResponse<String> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }
}
