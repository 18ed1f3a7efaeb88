package org.laurelbridge.bridge.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;

/**
 * Looks a name up once, and gives only addresses that have been checked to whoever connects: a name that answers otherwise the second
 * time (DNS rebinding) is not asked a second time. A name with one address that is not public is refused with all of them.
 */
final class CheckedNames implements SocketAddressResolver {

    private final Names names;
    private final Reach reach;
    private final Executor executor;

    CheckedNames(Names names, Reach reach, Executor executor) {
        this.names = names;
        this.reach = reach;
        this.executor = executor;
    }

    /** The name service. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        // looking up may wait for the network, and a selector may not
        try {
            executor.execute(() -> look(host, port, promise));
        } catch (RejectedExecutionException tooMany) {
            promise.failed(new Refused(Trouble.BROKEN));
        }
    }

    private void look(String host, int port, Promise<List<InetSocketAddress>> promise) {
        try {
            promise.succeeded(checked(host, port));
        } catch (IOException | RuntimeException e) {
            promise.failed(e);
        }
    }

    private List<InetSocketAddress> checked(String host, int port) throws IOException {
        List<InetSocketAddress> checked = new ArrayList<>();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        for (InetAddress address : names.of(bare)) {
            if (!reach.allows(address)) {
                throw new Refused(Trouble.NOT_PUBLIC);
            }
            // the address holds the name that was asked for: the certificate is checked for it
            checked.add(new InetSocketAddress(InetAddress.getByAddress(bare, address.getAddress()), port));
        }
        return checked;
    }

    /** Ends a request before it is sent. */
    static final class Refused extends IOException {

        private final Trouble trouble;

        Refused(Trouble trouble) {
            super(trouble.name());
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
