package org.laurelbridge.webapp.learner;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/**
 * {@code /my/events}: tells an open page that something happened to its learner's badges, by server-sent events. Each has a number; a
 * page says which it was made with ({@code since}, and by {@code Last-Event-ID} when the browser comes again), and is told at once
 * when there is another by now. What happened it finds on the page itself.
 */
public final class MyEventsServlet extends HttpServlet implements AutoCloseable {
    private static final String RECONNECT = "retry: 2000\n\n";

    private final transient Listeners listeners;
    private final transient Sessions sessions;

    public MyEventsServlet(Listeners listeners, Sessions sessions) {
        this.listeners = listeners;
        this.sessions = sessions;
    }

    @Override
    public void init() {
        listeners.start();
    }

    /** Before the server stops, which waits for every answer. */
    @Override
    public void close() {
        listeners.stop();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PersonId learner = sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
        // browsers ask so for a stream (HTML §9.2); whoever asks for a page would wait for its end
        if (!String.valueOf(request.getHeader("Accept")).contains("text/event-stream")) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        if (!listeners.hasRoom()) {
            throw new RequestFailure(Reason.UNAVAILABLE);
        }
        response.setContentType("text/event-stream;charset=utf-8");
        // proxies shall hand on each event as it comes (nginx, X-Accel)
        response.setHeader("X-Accel-Buffering", "no");
        if (!request.getMethod().equals("GET")) {
            return;
        }
        Long known = known(request);
        response.getOutputStream().write(RECONNECT.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Listener listener = new Listener(
                context,
                learner,
                sessions.standing(request),
                known == null ? listeners.number(learner) : known,
                listeners.now());
        context.addListener(new Gone(listener));
        listeners.add(listener);
    }

    /** The number that a page knows; null when it does not say. */
    private static @Nullable Long known(HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        String said = last == null ? request.getParameter("since") : last;
        return said != null && said.matches("[0-9]{1,18}") ? Long.valueOf(said) : null;
    }

    /** Forgets a page that was closed. */
    private final class Gone implements AsyncListener {
        private final Listener listener;

        Gone(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            listeners.remove(listener);
        }

        @Override
        public void onError(AsyncEvent event) {
            listeners.remove(listener);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            listeners.remove(listener);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // begins once
        }
    }
}
