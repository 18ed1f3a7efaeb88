package org.laurelbridge.webapp.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
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
 * counts: what stands before it a stranger may have made up (Jetty's own customizer takes the first). Nothing but the address is
 * taken; the public address says whether Laurel is known by https.
 */
final class Forwarded implements HttpConfiguration.Customizer {

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
        return new From(request, new InetSocketAddress(sender(socket.getAddress(), request.getHeaders()), 0));
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
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
                .map(pair -> pair.substring("for=".length()).replace("\"", ""))
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

        From(Request request, InetSocketAddress sender) {
            super(request);
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
    }
}
