package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.laurelbridge.bridge.config.Network;

/** Where a request comes from, as requests and wrong tries are counted by it. */
public final class Origin {
    private static final int OF_ONE_HOUSEHOLD = 8;

    private Origin() {}

    /** An address; of IPv6 the network of 64 bits, of which whoever has one address has all. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String remote) {
        String bare = remote.replaceAll("^\\[|(%.*)?]?$", "");
        return Network.address(bare).map(Origin::of).orElse(remote);
    }

    private static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        StringBuilder network = new StringBuilder();
        byte[] bytes = address.getAddress();
        for (int i = 0; i < OF_ONE_HOUSEHOLD; i += 2) {
            network.append(Integer.toHexString(((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF)))
                    .append(':');
        }
        return network + ":/64";
    }
}
