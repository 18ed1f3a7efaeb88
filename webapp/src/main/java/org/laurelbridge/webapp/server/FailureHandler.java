package org.laurelbridge.webapp.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/**
 * Answers what never reaches {@link FailureFilter}: requests that are not well formed, and failures of the server itself. In its
 * place Jetty would send a page of its own.
 */
final class FailureHandler implements Request.Handler {
    private final FailurePage page;

    FailureHandler(FailurePage page) {
        this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestFailure failure = new RequestFailure(Reason.ofServer(status(request, response)));
        Words words = Words.of(Language.best(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)));
        FailurePage.Answer answer =
                page.answer(request.getHeaders().get(HttpHeader.ACCEPT), words, null, failure, null);
        response.setStatus(answer.status());
        Guards.headers(request.getHttpURI().getPath()).forEach(response.getHeaders()::put);
        answer.headers().forEach(response.getHeaders()::put);
        // where a message that is not well formed ends is not known (RFC 9112 §9.6): Jetty reads nothing more of it
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static int status(Request request, Response response) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
    }
}
