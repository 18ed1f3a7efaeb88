package org.laurelbridge.bridge.lrs;

import gov.adlnet.xapi.client.StatementClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.XapiVersion;

/**
 * One request to an LRS and its answer, by jxapi with its traps put right: it has no timeouts and no bound, reads with the
 * platform's charset, follows redirects with the password, fixes the version at 1.0.3, breaks most {@code more} links, throws
 * headers away and prints to standard output. Used once.
 */
final class Exchange extends StatementClient {
    private static final int CHUNK = 16 * 1024;

    private final LrsAccess access;
    private final XapiVersion version;
    private final long deadline;
    private @Nullable Answer answer;

    Exchange(LrsAccess access, XapiVersion version) throws MalformedURLException {
        super(access.url(), access.basic());
        this.access = access;
        this.version = version;
        this.deadline = System.nanoTime() + access.longest().toNanos();
    }

    /** Reads a resource below the endpoint. */
    Answer get(String path) throws IOException {
        issueGet(path);
        return answered();
    }

    /** Reads an address that {@link MoreLink} made. */
    Answer get(URL url) throws IOException {
        read(url);
        return answered();
    }

    /** Writes a resource below the endpoint. */
    Answer put(String path, String json) throws IOException {
        issuePut(path, json);
        return answered();
    }

    @Override
    protected HttpURLConnection initializeConnection(URL url) throws IOException {
        HttpURLConnection connection = super.initializeConnection(url);
        connection.setRequestProperty("X-Experience-API-Version", version.header());
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("User-Agent", "Laurel");
        connection.setConnectTimeout((int) access.patience().toMillis());
        connection.setReadTimeout((int) access.patience().toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        return connection;
    }

    @Override
    protected String issueGet(String path) throws IOException {
        return read(below(path));
    }

    private String read(URL url) throws IOException {
        HttpURLConnection connection = initializeConnection(url);
        // a body is announced by jxapi for every request; this one has none
        connection.setDoOutput(false);
        connection.setRequestMethod("GET");
        return readFromConnection(connection);
    }

    @Override
    protected String issuePut(String path, String json) throws IOException {
        HttpURLConnection connection = initializeConnection(below(path));
        connection.setRequestMethod("PUT");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return readFromConnection(connection);
    }

    @Override
    protected String readFromConnection(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is no HTTP");
        }
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        byte[] body = in == null ? new byte[0] : whole(in);
        Answer got = new Answer(status, body, connection);
        answer = got;
        return got.text();
    }

    /** Every {@code more} is resolved by {@link MoreLink}; nothing is cut off here. */
    @Override
    protected String checkPath(String path) {
        return path;
    }

    private URL below(String path) throws MalformedURLException {
        return new URL(_host.getProtocol(), _host.getHost(), _host.getPort(), _host.getPath() + checkPath(path));
    }

    private byte[] whole(InputStream in) throws IOException {
        try (in) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                body.write(chunk, 0, count);
                if (body.size() > access.mostBytes()) {
                    throw new TooLarge(access.mostBytes());
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new SocketTimeoutException("the answer took longer than " + access.longest());
                }
            }
            return body.toByteArray();
        }
    }

    private Answer answered() throws IOException {
        if (answer == null) {
            throw new IOException("there was no answer");
        }
        return answer;
    }

    /** More than we are ready to hold. */
    static final class TooLarge extends IOException {
        TooLarge(int mostBytes) {
            super("the answer is longer than " + mostBytes + " bytes");
        }
    }
}
