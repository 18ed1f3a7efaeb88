package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a form that says itself that it is too large, before anybody reads a field of it: Jetty would call it malformed. */
final class UploadFilter extends HttpFilter {
    private final int mostBytes;

    UploadFilter(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > mostBytes) {
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        chain.doFilter(request, response);
    }
}
