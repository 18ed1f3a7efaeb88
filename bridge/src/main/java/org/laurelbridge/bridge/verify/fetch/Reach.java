package org.laurelbridge.bridge.verify.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.fetch.Fetched.Trouble;

/** How far a fetcher may reach. */
public enum Reach {

    /** https at public addresses. */
    PUBLIC,

    /** That, http, and the machine's own loopback addresses: for tests, and installations that are only tried out. */
    TRIAL;

    private static final int LONGEST = 2_000;
    private static final int FIRST_OPEN_PORT = 1_024;

    /**
     * Why an address may not be asked for; null when it may. Ports below 1024 belong to services that are not the web, and some of
     * them can be talked to by way of HTTP.
     */
    @Nullable
    Trouble forbids(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean isHttp = scheme.equals("http");
        if (!isHttp && !scheme.equals("https")) {
            return Trouble.NO_ADDRESS;
        }
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.toString().length() > LONGEST) {
            return Trouble.NO_ADDRESS;
        }
        if (isHttp && this == PUBLIC) {
            return Trouble.NOT_HTTPS;
        }
        int port = address.getPort();
        int own = isHttp ? 80 : 443;
        return port == -1 || port == own || (port >= FIRST_OPEN_PORT && port <= 65_535) ? null : Trouble.PORT;
    }

    boolean allows(InetAddress address) {
        return PublicAddresses.contain(address) || (this == TRIAL && address.isLoopbackAddress());
    }
}
