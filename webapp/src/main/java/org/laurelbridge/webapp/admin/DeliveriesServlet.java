package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/deliveries}: what is on its way to the gradebooks, what is stuck and why; stuck ones are sent again from here. */
public final class DeliveriesServlet extends HttpServlet {
    private static final int LONGEST = 300;

    private final transient Deliveries deliveries;
    private final transient Outbox outbox;
    private final transient Names names;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public DeliveriesServlet(
            Deliveries deliveries, Outbox outbox, Names names, Sessions sessions, Pages pages, InstantSource clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.names = names;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Filter filter = filter(request);
        long before = number(Objects.requireNonNullElse(request.getParameter("before"), "0"));
        List<Deliveries.Line> found = deliveries.list(filter, before, DeliveriesPage.SHOWN + 1);
        Words words = pages.words(response);
        pages.show(
                response,
                "admin/deliveries.jte",
                DeliveriesPage.of(
                        Frame.of(request, sessions, clock.instant()),
                        DeliveriesPage.Asked.of(filter, deliveries.targets()),
                        found,
                        before,
                        deliveries.countStuck(filter),
                        badge -> names.title(badge, words)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Filter filter = filter(request);
        String path = DeliveriesPage.Asked.of(filter, List.of()).path();
        String delivery = Objects.requireNonNullElse(request.getParameter("delivery"), "");
        boolean isSent = delivery.equals("all")
                ? deliveries.by(Doing.of(request)).sendAgain(filter, clock.instant()) > 0
                : outbox.by(Doing.of(request)).sendAgain(number(delivery), clock.instant());
        Notice done = delivery.equals("all") ? Notice.ALL_SENT_AGAIN : Notice.SENT_AGAIN;
        response.sendRedirect((isSent ? done : Notice.NOT_STUCK).at(path), HttpServletResponse.SC_SEE_OTHER);
    }

    private static Filter filter(HttpServletRequest request) {
        return new Filter(state(text(request, "state")), text(request, "target"), text(request, "learner"));
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        String text = Objects.requireNonNullElse(request.getParameter(name), "").strip();
        if (text.length() > LONGEST) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return text.isEmpty() ? null : text;
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        return Long.parseLong(text);
    }

    private static Outbox.@Nullable State state(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(Outbox.State.values())
                        .filter(state -> DeliveriesPage.word(state).equals(word))
                        .findFirst()
                        .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
