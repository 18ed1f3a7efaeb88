package org.laurelbridge.webapp.server;

import java.net.URI;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leads whoever asks at the plain port to the public address: the same path there, whatever host they asked for. */
final class RedirectToHttps extends Handler.Wrapper {
    static final String CONNECTOR = "redirect";

    private final String root;

    RedirectToHttps(Handler handler, URI publicUrl) {
        super(handler);
        this.root = publicUrl.toString().replaceFirst("/+$", "");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!CONNECTOR.equals(request.getConnectionMetaData().getConnector().getName())) {
            return super.handle(request, response, callback);
        }
        // keeps the method (RFC 9110 §15.4.9)
        response.setStatus(308);
        String path = request.getHttpURI().getPathQuery();
        // "*" and hosts with a port are targets, too (RFC 9112 §3.2), and would make another host of ours
        boolean isPath = path != null && path.startsWith("/");
        response.getHeaders().put(HttpHeader.LOCATION, root + (isPath ? path : "/"));
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        callback.succeeded();
        return true;
    }
}
