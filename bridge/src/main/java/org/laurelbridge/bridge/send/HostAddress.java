package org.laurelbridge.bridge.send;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The address of a host as learners write it: from the bar of a browser, with or without https, or that of its discovery. */
final class HostAddress {

    private static final int LONGEST = 500;
    private static final List<String> ENDS = List.of(
            "/ims/ob/v3p0/discovery",
            "/ims/ob/v3p0/credentials",
            "/ims/ob/v3p0",
            "/.well-known/badgeconnect.json",
            "/ims/ob/v2p1");

    private HostAddress() {}

    /** Without a slash at its end; empty when it is no address of the web. */
    static Optional<URI> read(String text) {
        String whole = text.strip();
        String address = whole.contains("://") ? whole : "https://" + whole;
        try {
            URI uri = new URI(address);
            String path = path(uri.getRawPath() == null ? "" : uri.getRawPath());
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("https") || scheme.equals("http");
            if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null || address.length() > LONGEST) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(new URI(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String path(String raw) {
        String path = raw.replaceAll("/+$", "");
        return ENDS.stream()
                .filter(path::endsWith)
                .findFirst()
                .map(end -> path.substring(0, path.length() - end.length()))
                .orElse(path);
    }
}
