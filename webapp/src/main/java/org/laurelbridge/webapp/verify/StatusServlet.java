package org.laurelbridge.webapp.verify;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.issue.Addresses.StatusListPlace;
import org.laurelbridge.bridge.issue.ob3.StatusListWriter;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** {@code /status/…}: which credentials hold, as lists of bits. They say nothing of whom or what. */
public final class StatusServlet extends HttpServlet {
    private static final String CACHED = "public, max-age=" + StatusListWriter.FRESH.toSeconds();

    private final transient StatusListWriter lists;

    public StatusServlet(StatusListWriter lists) {
        this.lists = lists;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String list = lists.find(Place.of(request, StatusListPlace.class).list())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        PublicAnswer.sendCredential(request, response, CACHED, list);
    }
}
