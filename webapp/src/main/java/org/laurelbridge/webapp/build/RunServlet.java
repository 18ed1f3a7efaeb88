package org.laurelbridge.webapp.build;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.Background;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.admin.Stand;
import org.laurelbridge.webapp.build.BuildDesk.Saved;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.webapp.teach.CourseAddress;
import org.laurelbridge.webapp.teach.TeachFrame;

/** {@code /admin/runs/…} and {@code /teach/runs/…}: how far a rule is that is tried out or saved, and what came of it. Only for who asked. */
public final class RunServlet extends HttpServlet {
    static final String EVERYWHERE = "/admin/runs";
    static final String TAUGHT = "/teach/runs";

    private final transient Building building;
    private final transient RunDesk runs;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public RunServlet(Building building, Background background, Sessions sessions, Pages pages) {
        this.building = building;
        this.runs = new RunDesk(building.desk(), background);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = sessions.visitor(request).orElseThrow();
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        Run run = runs.find(visitor, path.substring(1))
                .filter(one ->
                        one.asked().kind() == Run.Kind.TRIAL || one.asked().kind() == Run.Kind.SAVE)
                .orElseThrow(RunServlet::nothing);
        Ground ground = ground(request, run, visitor).orElseThrow(RunServlet::nothing);
        Stand stand = Stand.of(run, building.now());
        Optional<Saved> saved = run.asked().kind() == Run.Kind.SAVE ? saved(ground, run, stand) : Optional.empty();
        if (saved.isPresent() && saved.get() instanceof Saved.Done done) {
            response.sendRedirect(Notice.RULE_SAVED.at(ground.of(done.badge())), HttpServletResponse.SC_SEE_OTHER);
        } else if (saved.isPresent() && saved.get() instanceof Saved.Waits waits) {
            response.sendRedirect(ground.plan(waits.plan().id()), HttpServletResponse.SC_SEE_OTHER);
        } else {
            BuilderServlet.allowScript(response);
            boolean isAdmin = ground.taught() == null;
            RunView view = new RunView(
                    isAdmin ? Frame.of(request, sessions, building.now()) : null,
                    isAdmin ? null : TeachFrame.of(request, sessions),
                    building.title(run),
                    back(ground, run.asked().badge()) + "?run=" + run.id(),
                    building.desk()
                            .sentence(
                                    ground,
                                    run.asked().document(),
                                    pages.words(response).locale()),
                    building.meantFor(run),
                    stand,
                    (Saved.Refused) saved.orElse(null),
                    runs.told(run, request));
            pages.show(response, "build/run.jte", view);
        }
    }

    /** What was put in force, or waits, though its run was broken off, is told as if it had ended. */
    private Optional<Saved> saved(Ground ground, Run run, Stand stand) {
        return building.desk()
                .saved(run)
                .or(() -> stand.isBroken()
                        ? Left.of(building.desk(), run).filter(left -> isThere(ground, left))
                        : Optional.empty());
    }

    /** A plan that is not said to be of its course yet has no page there: saving again says so, and makes no other. */
    private boolean isThere(Ground ground, Saved left) {
        return ground.taught() == null
                || !(left instanceof Saved.Waits waits)
                || building.desk()
                        .teaching()
                        .workshop()
                        .planned(waits.plan().id())
                        .isPresent();
    }

    /** Where it was asked for, when it was asked for here, and this visitor still teaches there. */
    private Optional<Ground> ground(HttpServletRequest request, Run run, Visitor visitor) {
        Course course = run.asked().course();
        boolean isEverywhere = request.getServletPath().equals(EVERYWHERE);
        if (course == null || isEverywhere) {
            return course == null && isEverywhere ? Optional.of(Ground.EVERYWHERE) : Optional.empty();
        }
        return building.address(TAUGHT, CourseAddress.rules(course).substring("/teach/rules".length()), visitor)
                .map(Building.Address::ground);
    }

    private String back(Ground ground, String badge) {
        return building.desk().find(ground, badge).isPresent() ? ground.of(badge) : ground.base();
    }

    private static RequestFailure nothing() {
        return new RequestFailure(Reason.NOT_FOUND);
    }
}
