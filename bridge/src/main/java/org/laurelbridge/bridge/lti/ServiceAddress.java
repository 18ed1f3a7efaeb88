package org.laurelbridge.bridge.lti;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses of a platform's services. A launch's token tells them, and a platform signs what its plugins, tenants and import files made
 * of it, so that its word alone must not lead Laurel anywhere: an address is absolute, of bounded length, and encrypted where the
 * platform's own are, since an access token goes with every request and whoever reads it can write grades. One on the platform's own
 * servers may have the token. Products that spread over several hosts tell others, too; those get it only by the guarded fetcher, which
 * reaches public addresses alone and follows nobody on with it.
 */
public final class ServiceAddress {
    private static final int LONGEST = 2_000;

    private ServiceAddress() {}

    /** The address, when it may be kept. */
    public static Optional<URI> of(LtiPlatform platform, URI told) {
        String scheme = scheme(told);
        boolean isWeb = scheme.equals("https")
                || (scheme.equals("http") && scheme(platform.token()).equals("http"));
        return isWeb
                        && told.getHost() != null
                        && told.getRawUserInfo() == null
                        && told.getRawFragment() == null
                        && told.toString().length() <= LONGEST
                ? Optional.of(told)
                : Optional.empty();
    }

    /** Whether an address is on the servers that the platform was registered with. */
    public static boolean isOwn(LtiPlatform platform, URI address) {
        return Stream.of(URI.create(platform.issuer()), platform.token(), platform.authorization(), platform.keys())
                .anyMatch(own -> isSameOrigin(own, address));
    }

    /** Whether two addresses are on one server. */
    public static boolean isSameOrigin(URI one, URI other) {
        return one.getHost() != null
                && one.getHost().equalsIgnoreCase(Objects.requireNonNullElse(other.getHost(), ""))
                && scheme(one).equals(scheme(other))
                && port(one) == port(other);
    }

    private static String scheme(URI address) {
        return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        int usual = scheme(address).equals("https") ? 443 : 80;
        return address.getPort() == -1 ? usual : address.getPort();
    }
}
