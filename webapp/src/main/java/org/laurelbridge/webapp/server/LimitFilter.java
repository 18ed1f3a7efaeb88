package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Refuses who asks too often, with a time to wait (RFC 6585 §4), before anything else is done for them. */
final class LimitFilter extends HttpFilter {
    /** Cheaper to answer than to count, or asked by whoever watches over the machine. */
    private static final List<String> FREE = List.of("/assets/", "/health/");

    private final transient RequestLimits limits;

    LimitFilter(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (path.startsWith("/xapi/")) {
            limits.checkWrongCredentials(request);
            chain.doFilter(request, response);
            if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
                limits.countWrongCredentials(request);
            }
            return;
        }
        if (FREE.stream().noneMatch((path + "/")::startsWith)) {
            limits.count(request);
        }
        chain.doFilter(request, response);
    }

    /** Before what takes long to answer. */
    static final class Dear extends HttpFilter {
        private final transient RequestLimits limits;

        Dear(RequestLimits limits) {
            this.limits = limits;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            limits.countDear(request);
            chain.doFilter(request, response);
        }
    }
}
