package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that says it is larger than a route takes: reading it as a form, Jetty calls it malformed. It is let pass by first, up
 * to a bound, since whoever still sends when the connection closes never sees the answer.
 */
final class UploadFilter extends HttpFilter {
    private static final long MOST_PASSED = 100_000_000;

    private final int mostBytes;

    UploadFilter(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > mostBytes) {
            pass(request.getInputStream());
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        chain.doFilter(request, response);
    }

    private static void pass(InputStream body) throws IOException {
        byte[] some = new byte[8_192];
        long passed = 0;
        int read = body.read(some);
        while (read >= 0 && passed < MOST_PASSED) {
            passed += read;
            read = body.read(some);
        }
    }
}
