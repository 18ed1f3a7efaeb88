package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.Backpacking;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.Connecting.Begun;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;

/** {@code /my/backpacks/{id}}: what goes to one backpack, and how it stands; {@code …/there}: what its host says stands there. */
public final class BackpackServlet extends HttpServlet {
    private final transient BackpackDesk desk;
    private final transient Backpacking backpacking;
    private final transient Sessions sessions;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public BackpackServlet(BackpackDesk desk, Sessions sessions, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.backpacking = desk.backpacking();
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = parts(request);
        Backpack backpack = backpack(request, parts[1]);
        MyFrame frame = MyFrame.of(request, sessions);
        if (parts.length == 3) {
            pages.show(response, "my/backpack-there.jte", desk.there(frame, learner(request), backpack));
        } else {
            pages.show(response, "my/backpack.jte", desk.one(frame, learner(request), backpack));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Backpack backpack = backpack(request, parts(request)[1]);
        switch (String.valueOf(request.getParameter("what"))) {
            case "choose" -> goOn(response, choose(request, backpack).at(BackpackDesk.path(backpack)));
            case "send" -> goOn(response, send(request, backpack).at(BackpackDesk.path(backpack)));
            case "connect" -> connect(request, response, backpack);
            case "disconnect" -> goOn(response, disconnect(request, backpack).at(BackpacksServlet.PATH));
            default -> throw new RequestFailure(Reason.NOT_FOUND);
        }
    }

    private static void goOn(HttpServletResponse response, String path) throws IOException {
        response.sendRedirect(path, HttpServletResponse.SC_SEE_OTHER);
    }

    /** A box that is not ticked sends nothing. */
    private Notice choose(HttpServletRequest request, Backpack backpack) {
        Backpack.Choice choice =
                new Backpack.Choice(request.getParameter("all") != null, request.getParameter("fresh") != null);
        backpacking.backpacks().by(Doing.of(request)).choose(backpack.id(), choice, clock.instant());
        return Notice.BACKPACK_SAVED;
    }

    private Notice send(HttpServletRequest request, Backpack backpack) {
        String[] chosen = request.getParameterValues("award");
        List<AwardId> awards = Arrays.stream(chosen == null ? new String[0] : chosen)
                .flatMap(text -> uuid(text).stream())
                .map(AwardId::new)
                .toList();
        return backpacking.backpacks().by(Doing.of(request)).send(backpack.id(), awards, clock.instant()) == 0
                ? Notice.BACKPACK_NOTHING_CHOSEN
                : Notice.BACKPACK_SENT;
    }

    private void connect(HttpServletRequest request, HttpServletResponse response, Backpack backpack)
            throws IOException {
        Begun begun = backpacking.connecting().again(account(request), sessions.ownSecret(request), backpack);
        MyFrame frame = MyFrame.of(request, sessions);
        if (begun instanceof Begun.Ready ready) {
            pages.show(response, "my/backpack-found.jte", desk.found(frame, ready));
        } else {
            List<String> why = ((Begun.Blocked) begun).why();
            pages.show(response, "my/backpacks.jte", desk.all(frame, learner(request), why, ""));
        }
    }

    private Notice disconnect(HttpServletRequest request, Backpack backpack) {
        return backpacking.connecting().by(Doing.of(request)).disconnect(backpack)
                ? Notice.BACKPACK_ENDED
                : Notice.BACKPACK_ENDED_HERE;
    }

    private static String[] parts(HttpServletRequest request) {
        String[] parts = String.valueOf(request.getPathInfo()).split("/", -1);
        boolean isOurs = parts.length == 2 || (parts.length == 3 && parts[2].equals("there"));
        if (!isOurs) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return parts;
    }

    /** Another's is not there. */
    private Backpack backpack(HttpServletRequest request, String id) {
        return uuid(id).stream()
                .flatMap(one -> backpacking.backpacks().list(learner(request)).stream()
                        .filter(backpack -> backpack.id().equals(one)))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    // its guard let in nobody else
    private PersonId learner(HttpServletRequest request) {
        return sessions.visitor(request).flatMap(Visitor::learner).orElseThrow();
    }

    private UUID account(HttpServletRequest request) {
        return sessions.visitor(request).map(Visitor::account).orElseThrow();
    }
}
