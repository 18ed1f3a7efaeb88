package org.laurelbridge.webapp.build;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.lti.Workshop.Planned;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.build.PlanDesk.Open;
import org.laurelbridge.webapp.build.PlanView.Line;
import org.laurelbridge.webapp.build.PlanView.Standing;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.TeachFrame;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/plans} and {@code /teach/plans}: changes of rules that touch awards, and wait for a person's word. */
public final class PlansServlet extends HttpServlet {
    private static final String EVERYWHERE = "/admin/plans";

    private final transient PlanDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public PlansServlet(Building building, People people, Sessions sessions, Pages pages) {
        this.desk = new PlanDesk(building, people);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = pages.words(response);
        Visitor visitor = sessions.visitor(request).orElseThrow();
        if (request.getPathInfo() == null) {
            List<Line> lines = (isEverywhere(request) ? desk.all() : desk.taught(visitor))
                    .stream().map(open -> line(request, open, words)).toList();
            pages.show(
                    response,
                    "build/plans.jte",
                    new PlanView.All(
                            admin(request),
                            teach(request),
                            lines.stream().filter(PlansServlet::waits).toList(),
                            lines.stream().filter(line -> !waits(line)).toList()));
            return;
        }
        Open open = open(request, visitor);
        Planned planned = open.planned();
        boolean waits = open.plan().state() == Plan.State.OPEN;
        pages.show(
                response,
                "build/plan.jte",
                new PlanView(
                        admin(request),
                        teach(request),
                        line(request, open, words),
                        planned == null ? null : planned.course().id(),
                        desk.mayAccept(open, visitor),
                        waits,
                        desk.changes(open.plan()),
                        desk.part(open, page(request.getParameter("page")), words)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            throw RequestFailure.takes("GET", "HEAD");
        }
        Visitor visitor = sessions.visitor(request).orElseThrow();
        Open open = open(request, visitor);
        Notice notice = switch (Objects.requireNonNullElse(request.getParameter("do"), "")) {
            case "accept" ->
                desk.mayAccept(open, visitor) ? desk.accept(open, Doing.of(request)) : Notice.CHANGED_MEANWHILE;
            case "drop" -> desk.drop(open, Doing.of(request));
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        };
        response.sendRedirect(notice.at(request.getRequestURI()), HttpServletResponse.SC_SEE_OTHER);
    }

    private Open open(HttpServletRequest request, Visitor visitor) {
        String path = request.getPathInfo();
        if (!path.matches("/[0-9]{1,18}")) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return desk.find(Long.parseLong(path.substring(1)), isEverywhere(request), visitor)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static boolean isEverywhere(HttpServletRequest request) {
        return request.getServletPath().equals(EVERYWHERE);
    }

    private @Nullable Frame admin(HttpServletRequest request) {
        return isEverywhere(request)
                ? Frame.of(request, sessions, desk.building().now())
                : null;
    }

    private @Nullable TeachFrame teach(HttpServletRequest request) {
        return isEverywhere(request) ? null : TeachFrame.of(request, sessions);
    }

    private static boolean waits(Line line) {
        return line.standing() == Standing.OPEN;
    }

    private Line line(HttpServletRequest request, Open open, Words words) {
        Plan plan = open.plan();
        Instant ended = plan.endedAt();
        return new Line(
                plan.id(),
                request.getServletPath() + "/" + plan.id(),
                desk.titles(open, words),
                desk.standing(plan),
                new Moment(plan.madeAt()),
                ended == null ? null : new Moment(ended),
                plan.gains(),
                plan.losses(),
                plan.moves());
    }

    private static int page(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }
}
