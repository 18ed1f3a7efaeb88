package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lets pass the methods that a route declares. The others get 405 with those it takes (RFC 9110 §15.5.6); TRACE is one of them. */
final class MethodFilter extends HttpFilter {
    private final transient String[] taken;

    /** @param declared GET stands for HEAD too */
    MethodFilter(List<String> declared) {
        this.taken = declared.stream()
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .toArray(String[]::new);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Arrays.asList(taken).contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", String.join(", ", taken));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            throw RequestFailure.takes(taken);
        }
    }
}
