package org.laurelbridge.webapp.command;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comes in from a platform as a browser does: the login, the launch, and where that leads, to the first page. */
record BenchBrowser(URI address, BenchPlatform platform) {
    private static final String SESSION = "laurel";

    /**
     * What it took, in nanoseconds.
     *
     * @param launch until the launch was answered
     * @param own work of the platform, which signs
     */
    record Times(long launch, long own) {}

    /** An answer. */
    private record Answer(int status, String location, String cookies) {}

    Times comeIn(String subject) throws IOException {
        String target = address + "/lti/open";
        Answer onward = ask(
                "/lti/login?"
                        + form(Map.of(
                                "iss",
                                BenchPlatform.ISSUER,
                                "client_id",
                                BenchPlatform.CLIENT,
                                "login_hint",
                                subject,
                                "target_link_uri",
                                target)),
                "",
                null);
        long start = System.nanoTime();
        Map<String, List<String>> query =
                URLUtils.parseParameters(URI.create(onward.location()).getRawQuery());
        String token = platform.token(
                subject, Objects.requireNonNull(query.get("nonce")).get(0), target);
        long signed = System.nanoTime();
        String form =
                form(Map.of("state", Objects.requireNonNull(query.get("state")).get(0), "id_token", token));
        Answer launched = ask("/lti/launch", onward.cookies(), form);
        long launch = System.nanoTime() - signed;
        Answer page = launched;
        while (page.status() != HttpURLConnection.HTTP_OK) {
            if (page.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
                throw new LaurelCommand.NotDone("a launch was answered with " + page.status());
            }
            page = ask(page.location().replace(address.toString(), ""), launched.cookies(), null);
        }
        return new Times(launch, signed - start);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer ask(String path, String cookies, @Nullable String form) throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        request.setInstanceFollowRedirects(false);
        request.setRequestProperty("Cookie", cookies);
        request.setRequestProperty("Accept", "text/html");
        if (form != null) {
            request.setDoOutput(true);
            try (OutputStream out = request.getOutputStream()) {
                out.write(form.getBytes(StandardCharsets.US_ASCII));
            }
        }
        int status = request.getResponseCode();
        try (InputStream in =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? request.getInputStream() : request.getErrorStream()) {
            in.readAllBytes();
        }
        String location = request.getHeaderField("Location");
        return new Answer(status, location == null ? "" : location, cookies(request));
    }

    private static String cookies(HttpURLConnection request) {
        return request.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                .map(set -> set.replaceFirst(";.*", ""))
                .filter(pair -> pair.startsWith(SESSION) && !pair.endsWith("="))
                .collect(Collectors.joining("; "));
    }
}
