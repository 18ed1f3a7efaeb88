package org.laurelbridge.bridge.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

/**
 * How far a fetcher may reach.
 *
 * @param isTrial http too, and the machine's own loopback addresses
 * @param named addresses that are not public and may be asked all the same
 */
public record Reach(boolean isTrial, Predicate<InetAddress> named) {

    /** https at public addresses. */
    public static final Reach PUBLIC = new Reach(false, address -> false);

    /** That, http, and the machine's own loopback addresses: for tests, and installations that are only tried out. */
    public static final Reach TRIAL = new Reach(true, InetAddress::isLoopbackAddress);

    private static final int LONGEST = 2_000;
    private static final int FIRST_OPEN_PORT = 1_024;

    /** The same, and these addresses. */
    public Reach and(Predicate<InetAddress> others) {
        return new Reach(isTrial, named.or(others));
    }

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
        if (isHttp && !isTrial) {
            return Trouble.NOT_HTTPS;
        }
        int port = address.getPort();
        int own = isHttp ? 80 : 443;
        return port == -1 || port == own || (port >= FIRST_OPEN_PORT && port <= 65_535) ? null : Trouble.PORT;
    }

    boolean allows(InetAddress address) {
        return PublicAddresses.contain(address) || named.test(address);
    }
}
