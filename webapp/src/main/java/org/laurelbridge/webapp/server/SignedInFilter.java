package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.webapp.session.Bar;
import org.laurelbridge.webapp.session.Sessions;

/** Lets pages that are open to everybody, and those that say what failed, keep the bar of who is signed in. */
final class SignedInFilter extends HttpFilter {
    private final transient Sessions sessions;

    SignedInFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ReaderResponse.signedIn(response, () -> Bar.of(request, sessions));
        chain.doFilter(request, response);
    }
}
