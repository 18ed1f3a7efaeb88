package org.laurelbridge.webapp.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads pages as a browser asks for them: packed, with the cookies of who is signed in; follows no redirect. */
final class PageReader {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final URI address;
    private final String name;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** @param name of who reads, as it is told */
    PageReader(URI address, String name) {
        this.address = address;
        this.name = name;
    }

    /**
     * An answer.
     *
     * @param type without its parameters; empty for none
     * @param text of a page; empty for what is none
     * @param wire bytes of header and body as they came
     * @param nanos from the request to the last byte
     */
    record Answer(int status, String type, String text, long wire, long nanos) {
        boolean isPage() {
            return status == 200 && type.equals("text/html");
        }
    }

    String name() {
        return name;
    }

    /** Signs in with a name and a password. */
    void signIn(String login, String password) throws InterruptedException {
        Matcher token = FORM_TOKEN.matcher(ask("/sign-in").text());
        if (!token.find()) {
            throw new LaurelCommand.NotDone("the page to sign in has no form");
        }
        String form = Map.of("csrf", token.group(1), "name", login, "password", password).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = send(HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.status() != 303) {
            throw new LaurelCommand.NotDone(name + " cannot sign in: answered with " + answer.status());
        }
    }

    /** @param path with its query */
    Answer ask(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "en")
                .header("Accept-Encoding", "gzip, deflate, br");
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            Map<String, List<String>> headers = answer.headers().map();
            // a line each: name, colon, space, value, end
            long head = headers.entrySet().stream()
                    .flatMapToLong(header -> header.getValue().stream()
                            .mapToLong(value -> header.getKey().length() + value.length() + 4))
                    .sum();
            String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
            String text = type.equals("text/html") ? text(answer) : "";
            return new Answer(answer.statusCode(), type, text, head + answer.body().length, nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(request.build().uri() + " of " + name, e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean isPacked =
                answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        try (var in = isPacked
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body()))
                : new ByteArrayInputStream(answer.body())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
