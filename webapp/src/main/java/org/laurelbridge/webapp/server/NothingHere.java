package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers every address that nothing else answers. */
final class NothingHere extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        throw new RequestFailure(Reason.NOT_FOUND);
    }
}
