package org.laurelbridge.bridge.account.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider, within bounds: an answer is of the address that was asked, not too large, and whole within a time, however slowly its
 * bytes drip.
 */
record Asking(Duration whole, int mostBytes) implements ResourceRetriever, HTTPRequestSender {
    static final Asking USUAL = new Asking(Duration.ofSeconds(10), 262_144);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 5_000;

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HttpURLConnection connection = open(address);
        connection.setRequestProperty("Accept", "application/json");
        String text = text(connection, System.nanoTime() + whole.toNanos());
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it answered " + connection.getResponseCode());
        }
        return new Resource(text, connection.getContentType());
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        long end = System.nanoTime() + whole.toNanos();
        HttpURLConnection connection = open(request.getURL());
        connection.setRequestMethod(request.getMethod().name());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        String body = request.getBody();
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        String text = text(connection, end);
        HTTPResponse response = new HTTPResponse(connection.getResponseCode());
        for (Map.Entry<@Nullable String, List<String>> header : connection.getHeaderFields().entrySet()) {
            String name = header.getKey(); // the status line has none
            if (name != null) {
                response.setHeader(name, header.getValue().toArray(String[]::new));
            }
        }
        response.setBody(text);
        return response;
    }

    private static HttpURLConnection open(URL address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private String text(HttpURLConnection connection, long end) throws IOException {
        boolean isGood = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = isGood ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] some = new byte[8_192];
            int read = in == null ? -1 : in.read(some);
            while (read >= 0) {
                bytes.write(some, 0, read);
                if (bytes.size() > mostBytes) {
                    throw new IOException("the answer is larger than " + mostBytes + " bytes");
                }
                if (System.nanoTime() - end > 0) {
                    throw new IOException("the answer took longer than " + whole.toSeconds() + " s");
                }
                read = in.read(some);
            }
        } catch (IOException broken) {
            connection.disconnect(); // else what is left of it would be waited for
            throw broken;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
