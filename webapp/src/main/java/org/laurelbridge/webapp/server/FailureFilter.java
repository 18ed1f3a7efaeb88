package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders every failure, so that nobody is ever shown a stack trace. What is our fault is logged once, with a number to quote. */
final class FailureFilter extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    private final transient FailurePage page;

    FailureFilter(FailurePage page) {
        this.page = page;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RequestFailure failure) {
            page.render(request, response, failure, null);
        } catch (IntakeUnavailable unavailable) {
            LOG.warn("a request was not kept: {}", unavailable.getMessage());
            page.render(request, response, new RequestFailure(Reason.UNAVAILABLE), null);
        } catch (RuntimeException | ServletException | IOException broken) {
            if (response.isCommitted()) {
                throw broken; // the sender went away, or half an answer is out: the server ends the connection
            }
            UUID number = UUID.randomUUID();
            LOG.atError()
                    .addKeyValue("failure", number)
                    .addKeyValue("path", request.getServletPath())
                    .setCause(broken)
                    .log("a request failed");
            page.render(request, response, new RequestFailure(Reason.BROKEN), number);
        }
    }
}
