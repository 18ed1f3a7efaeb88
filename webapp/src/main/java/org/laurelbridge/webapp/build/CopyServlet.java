package org.laurelbridge.webapp.build;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.laurelbridge.bridge.Background;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Runner.Begun;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.Errands;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.admin.Stand;
import org.laurelbridge.webapp.build.BuilderView.Option;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.ClassDesk;
import org.laurelbridge.webapp.teach.CourseAddress;
import org.laurelbridge.webapp.teach.TeachFrame;
import org.laurelbridge.webapp.words.Words;

/** {@code /teach/copy/…}: badges of a course are copied to another one of the same teacher, as drafts that are not in force. */
public final class CopyServlet extends HttpServlet {
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    private final transient Building building;
    private final transient Background background;
    private final transient RunDesk runs;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public CopyServlet(Building building, Background background, Sessions sessions, Pages pages) {
        this.building = building;
        this.background = background;
        this.runs = new RunDesk(building.desk(), background);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        Taught from = from(request, visitor);
        Run run = runs.find(visitor, request.getParameter("run"))
                .filter(one -> one.asked().kind() == Run.Kind.COPY
                        && from.course().equals(one.asked().course()))
                .orElse(null);
        String outcome = run == null ? null : run.outcome();
        BuilderServlet.allowScript(response);
        Words words = pages.words(response);
        pages.show(
                response,
                "build/copy.jte",
                new CopyView(
                        TeachFrame.of(request, sessions),
                        request.getRequestURI(),
                        CourseAddress.of(from.course()),
                        title(from, words),
                        others(from, visitor).stream()
                                .map(one -> new Option(address(one), title(one, words)))
                                .toList(),
                        badges(from).stream()
                                .map(badge -> new Option(badge.id(), words.title(badge)))
                                .toList(),
                        run == null ? null : Stand.of(run, building.now()),
                        outcome == null ? null : CopyJson.read(outcome)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        Taught from = from(request, visitor);
        Taught to = others(from, visitor).stream()
                .filter(one -> address(one).equals(request.getParameter("to")))
                .findFirst()
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
        List<String> chosen =
                Arrays.asList(Objects.requireNonNullElseGet(request.getParameterValues("badge"), () -> new String[0]));
        List<Badge> badges = badges(from).stream()
                .filter(badge -> chosen.contains(badge.id()))
                .toList();
        if (badges.isEmpty()) {
            response.sendRedirect(Notice.NOTHING_CHOSEN.at(request.getRequestURI()), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        Begun begun = begin(visitor, from, to, badges, Doing.of(request));
        if (begun instanceof Begun.Enough) {
            throw Errands.tooMuch(begun);
        }
        begun.run().ifPresent(id -> background.runner().await(id, MOMENT));
        response.sendRedirect(
                begun.run()
                        .map(id -> request.getRequestURI() + "?run=" + id)
                        .orElseGet(() -> Notice.TOO_MUCH.at(request.getRequestURI())),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private Begun begin(Visitor visitor, Taught from, Taught to, List<Badge> badges, Doer doer) {
        Run.Asked asked =
                new Run.Asked(visitor.account(), from.course(), badges.get(0).id(), Run.Kind.COPY, "");
        return background
                .runner()
                .begin(asked, progress -> new Copying(building, from, to).copy(badges, visitor, doer, progress));
    }

    private Taught from(HttpServletRequest request, Visitor visitor) {
        return building.address(request.getServletPath(), request.getPathInfo(), visitor)
                .filter(address -> address.badge() == null)
                .map(address -> address.ground().taught())
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private List<Taught> others(Taught from, Visitor visitor) {
        return building.taught(visitor).stream()
                .filter(one -> !one.course().equals(from.course()))
                .toList();
    }

    private List<Badge> badges(Taught from) {
        return building.badges(Building.ground(from));
    }

    private static String address(Taught taught) {
        return CourseAddress.of(taught.course());
    }

    private static String title(Taught taught, Words words) {
        return ClassDesk.title(taught, words);
    }
}
