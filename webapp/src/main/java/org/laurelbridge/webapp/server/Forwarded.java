package org.laurelbridge.webapp.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.laurelbridge.bridge.config.Network;

/**
 * Whom a proxy sends a request for: {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239) of a proxy that the operator named, of
 * nobody else. Each proxy adds to the end what it saw itself and passes on what it was told, so the last address that is no proxy's
 * counts: what stands before it a stranger may have made up (Jetty's own customizer takes the first). Of the rest it is taken
 * whether they asked the proxy by https; the public address says under which name.
 */
final class Forwarded implements HttpConfiguration.Customizer {

    /** The attribute of a request that a named proxy sends on. */
    static final String BY_PROXY = Forwarded.class.getName();

    private final List<Network> proxies;

    Forwarded(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(peer instanceof InetSocketAddress socket) || !isProxy(socket.getAddress())) {
            return request;
        }
        request.setAttribute(BY_PROXY, true);
        HttpFields headers = request.getHeaders();
        return new From(request, new InetSocketAddress(sender(socket.getAddress(), headers), 0), isByHttps(headers));
    }

    // the nearest proxy adds its word to the end; of two headers that differ none is believed
    private static boolean isByHttps(HttpFields headers) {
        List<String> told = new ArrayList<>();
        List<String> plain = values(headers, "X-Forwarded-Proto");
        if (!plain.isEmpty()) {
            told.add(plain.get(plain.size() - 1));
        }
        List<String> standard = values(headers, "Forwarded");
        if (!standard.isEmpty()) {
            told.add(part(standard.get(standard.size() - 1), "proto="));
        }
        return !told.isEmpty() && told.stream().allMatch("https"::equalsIgnoreCase);
    }

    // a proxy writes one of the two headers and may pass on a stranger's other one
    private InetAddress sender(InetAddress proxy, HttpFields headers) {
        List<String> plain = values(headers, "X-Forwarded-For");
        List<String> standard =
                values(headers, "Forwarded").stream().map(Forwarded::whom).toList();
        if (plain.isEmpty() || standard.isEmpty()) {
            return sender(proxy, plain.isEmpty() ? standard : plain);
        }
        InetAddress one = sender(proxy, plain);
        return one.equals(sender(proxy, standard)) ? one : proxy;
    }

    private InetAddress sender(InetAddress proxy, List<String> hops) {
        InetAddress sender = proxy;
        for (int i = hops.size() - 1; i >= 0 && isProxy(sender); i--) {
            InetAddress hop = Network.address(host(hops.get(i))).orElse(null);
            if (hop == null) {
                return sender;
            }
            sender = hop;
        }
        return sender;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.holds(address));
    }

    private static List<String> values(HttpFields headers, String name) {
        return headers.getValuesList(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The node that an element of {@code Forwarded} is for; "" where it does not say. */
    private static String whom(String element) {
        return part(element, "for=");
    }

    private static String part(String element, String name) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(name))
                .map(pair -> pair.substring(name.length()).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    /** Without its port. */
    private static String host(String node) {
        if (node.startsWith("[")) {
            return node.substring(1).replaceFirst("].*", "");
        }
        int colon = node.indexOf(':');
        return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }

    private static final class From extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final boolean isByHttps;

        From(Request request, InetSocketAddress sender, boolean isByHttps) {
            super(request);
            this.isByHttps = isByHttps;
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return sender;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public boolean isSecure() {
            return isByHttps || super.isSecure();
        }
    }
}
