package org.laurelbridge.bridge.lrs;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code more} (1.0.3 Data 2.5): opaque, relative to the host, absolute with older LRSs. The credentials only ever go
 * to the LRS's own origin: a link to another host is refused; one that names our host with another scheme or port, as behind a
 * proxy that ends TLS, is asked at our origin.
 */
final class MoreLink {
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private final URL endpoint;

    MoreLink(URL endpoint) {
        this.endpoint = endpoint;
    }

    /** The address to ask, null when it leads to another host or is no address at all. */
    @Nullable
    URL resolve(String more) {
        try {
            URL base =
                    new URL(endpoint, endpoint.getPath() + (endpoint.getPath().endsWith("/") ? "" : "/"));
            URL link = new URL(base, encoded(more));
            boolean ours = link.getHost()
                    .toLowerCase(Locale.ROOT)
                    .equals(endpoint.getHost().toLowerCase(Locale.ROOT));
            return ours && link.getProtocol().startsWith("http")
                    ? new URL(endpoint.getProtocol(), endpoint.getHost(), endpoint.getPort(), link.getFile())
                    : null;
        } catch (MalformedURLException noAddress) {
            return null;
        }
    }

    /** What may not stand in a request line is percent-encoded; what is encoded already stays as it is. */
    private static String encoded(String more) {
        StringBuilder legal = new StringBuilder();
        for (byte octet : more.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || LEGAL.indexOf(character) >= 0);
            legal.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return legal.toString();
    }
}
