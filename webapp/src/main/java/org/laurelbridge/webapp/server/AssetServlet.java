package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /assets/<hash>/<name>}: the style sheets, scripts and mark; nothing else can be asked for. Whoever asks for another hash, or for
 * none, is led to the present one: a page from before an upgrade never keeps what is new under the old address.
 */
public final class AssetServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Asset asset = path == null || path.split("/", -1).length > 3
                ? null
                : Assets.find(path.substring(path.lastIndexOf('/') + 1)).orElse(null);
        if (asset == null) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        if (asset.address().equals("/assets" + path)) {
            asset.send(request, response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(asset.address(), HttpServletResponse.SC_FOUND);
        }
    }
}
