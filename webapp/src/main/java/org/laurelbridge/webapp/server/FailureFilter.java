package org.laurelbridge.webapp.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;
import org.laurelbridge.bridge.store.DatabaseUnavailable;
import org.laurelbridge.webapp.session.Bar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure of a servlet, so that nobody is ever shown a stack trace. What is our fault is logged once, with a number
 * to quote; what is the sender's is not, or a stranger could fill the log.
 */
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
        } catch (Throwable thrown) { // an Error too: Jetty would show a page of its own
            if (response.isCommitted()) {
                throw thrown; // the sender went away, or half an answer is out: the server ends the connection
            }
            RequestFailure failure = failure(thrown);
            send(request, response, failure, failure.reason() == Reason.BROKEN ? logged(request, thrown) : null);
        }
    }

    private static RequestFailure failure(Throwable thrown) {
        if (thrown instanceof RequestFailure failure) {
            return failure;
        }
        if (thrown instanceof IntakeUnavailable
                || thrown instanceof DatabaseUnavailable
                || thrown instanceof PasswordHash.Busy) {
            LOG.warn("a request was not answered: {}", thrown.getMessage());
            return new RequestFailure(Reason.UNAVAILABLE);
        }
        HttpException refused = refused(thrown);
        if (refused != null) {
            return new RequestFailure(Reason.ofServer(refused.getCode()));
        }
        // servlets read requests and write answers, nothing else
        return new RequestFailure(thrown instanceof IOException ? Reason.BROKEN_OFF : Reason.BROKEN);
    }

    /** What Jetty found wrong with a body as it was read; the innermost knows best. */
    private static @Nullable HttpException refused(Throwable thrown) {
        HttpException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found = cause instanceof HttpException inner ? inner : found;
        }
        return found;
    }

    private static UUID logged(HttpServletRequest request, Throwable thrown) {
        UUID number = UUID.randomUUID();
        LOG.atError()
                .addKeyValue("failure", number)
                .addKeyValue("path", request.getServletPath())
                .setCause(thrown)
                .log("a request failed");
        return number;
    }

    // where something is wrong here, asking who is signed in might fail as well
    private static @Nullable Bar bar(HttpServletResponse response, RequestFailure failure) {
        return failure.reason().status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? null
                : ReaderResponse.bar(response).orElse(null);
    }

    private void send(
            HttpServletRequest request, HttpServletResponse response, RequestFailure failure, @Nullable UUID number)
            throws IOException {
        FailurePage.Answer answer = page.answer(
                request.getHeader("Accept"), ReaderResponse.words(response), bar(response, failure), failure, number);
        response.resetBuffer();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
