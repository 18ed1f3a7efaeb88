package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/deliveries}: what is on its way to the gradebooks, what is stuck and why; a stuck one is sent again from here. */
public final class DeliveriesServlet extends HttpServlet {
    private static final String HERE = "/admin/deliveries";

    private final transient Outbox outbox;
    private final transient Awards awards;
    private final transient People people;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public DeliveriesServlet(
            Outbox outbox, Awards awards, People people, Sessions sessions, Pages pages, InstantSource clock) {
        this.outbox = outbox;
        this.awards = awards;
        this.people = people;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Outbox.State state = state(request.getParameter("state"));
        Frame frame = Frame.of(request, sessions, clock.instant());
        List<Outbox.Listed> found = outbox.list(state, null, DeliveriesPage.SHOWN + 1);
        Holders holders =
                Holders.of(people, awards, found.stream().map(Outbox.Listed::award).toList());
        pages.show(response, "admin/deliveries.jte", DeliveriesPage.of(frame, state, found, holders));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String delivery = request.getParameter("delivery");
        String stuck = HERE + "?state=stuck";
        if ("all".equals(delivery)) {
            outbox.by(Doing.of(request)).sendAllAgain(clock.instant());
            response.sendRedirect(Notice.ALL_SENT_AGAIN.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        if (delivery == null || !delivery.matches("[0-9]{1,18}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        boolean isSent = outbox.by(Doing.of(request)).sendAgain(Long.parseLong(delivery), clock.instant());
        response.sendRedirect(
                (isSent ? Notice.SENT_AGAIN : Notice.NOT_STUCK).at(isSent ? HERE : stuck),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private static Outbox.@Nullable State state(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Outbox.State.values())
                .filter(state -> DeliveriesPage.word(state).equals(word))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
