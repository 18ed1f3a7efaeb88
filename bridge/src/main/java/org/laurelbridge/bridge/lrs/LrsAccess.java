package org.laurelbridge.bridge.lrs;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.laurelbridge.xapi.XapiVersion;

/**
 * How an LRS is reached.
 *
 * @param endpoint http or https, the address that {@code /statements} and {@code /about} stand below
 * @param version what is asked for first; the LRS may teach another
 * @param patience with a connection, and with each silence while reading
 * @param longest a whole exchange may take
 * @param mostBytes of one answer
 */
public record LrsAccess(
        URI endpoint,
        String key,
        String secret,
        XapiVersion version,
        Duration patience,
        Duration longest,
        int mostBytes) {

    private static final int ENOUGH = 64 * 1024 * 1024;

    public LrsAccess {
        String scheme = String.valueOf(endpoint.getScheme());
        if (endpoint.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "the endpoint of an LRS is " + endpoint + ", expected an http or https address");
        }
    }

    /** With half a minute of patience, five minutes for an exchange and 64 MiB for an answer. */
    public static LrsAccess of(URI endpoint, String key, String secret, XapiVersion version) {
        return new LrsAccess(endpoint, key, secret, version, Duration.ofSeconds(30), Duration.ofMinutes(5), ENOUGH);
    }

    String basic() {
        return Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    URL url() throws MalformedURLException {
        return endpoint.toURL();
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return endpoint.toString();
    }
}
