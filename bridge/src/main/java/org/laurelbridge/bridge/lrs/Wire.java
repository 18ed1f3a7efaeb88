package org.laurelbridge.bridge.lrs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.laurelbridge.bridge.lrs.Finding.Step;
import org.laurelbridge.bridge.lrs.Finding.What;

/** What lies below HTTP on the way to an LRS: name, connection, TLS. */
final class Wire {
    private final URI endpoint;
    private final Duration patience;
    private final Report report;

    Wire(URI endpoint, Duration patience, Report report) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.report = report;
    }

    /** Takes what was found; tells whether it is good enough to go on. */
    interface Report {
        boolean tell(Step step, What what, Object... details);
    }

    /** The addresses of a host; none when its name is not known. */
    static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    /** Whether it is of this machine or of a network of one's own (RFC 1918, RFC 4193). */
    static boolean isPrivate(InetAddress address) {
        boolean isUniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || isUniqueLocal;
    }

    /** Whether the host has an address and a connection to it stands as it should. */
    boolean reach() {
        String host = endpoint.getHost();
        List<InetAddress> addresses = addresses(host);
        if (addresses.isEmpty()) {
            return report.tell(Step.NAME, What.NAME_UNKNOWN, host);
        }
        String all = String.join(
                ", ", addresses.stream().map(InetAddress::getHostAddress).toList());
        boolean isPrivate = addresses.stream().anyMatch(Wire::isPrivate);
        report.tell(Step.NAME, isPrivate ? What.NAME_PRIVATE : What.NAME_KNOWN, host, all);
        return reach(addresses.get(0));
    }

    private boolean reach(InetAddress address) {
        String host = endpoint.getHost();
        boolean isTls = "https".equals(endpoint.getScheme());
        long port = endpoint.getPort() >= 0 ? endpoint.getPort() : isTls ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, (int) port), (int) patience.toMillis());
            report.tell(Step.CONNECTION, What.CONNECTED, host, port);
            return isTls ? secure(socket, host, (int) port) : report.tell(Step.TLS, What.TLS_NONE);
        } catch (SocketTimeoutException silent) {
            return report.tell(Step.CONNECTION, What.SILENT, host, port, patience.toSeconds());
        } catch (IOException refused) {
            return report.tell(Step.CONNECTION, What.REFUSED, host, port);
        }
    }

    private boolean secure(Socket socket, String host, int port) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, false)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.setSoTimeout((int) patience.toMillis());
            secured.startHandshake();
            return report.tell(
                    Step.TLS, What.TLS_GOOD, host, secured.getSession().getProtocol());
        } catch (IOException failure) {
            return report.tell(Step.TLS, What.TLS_BAD, String.valueOf(failure.getMessage()));
        }
    }
}
