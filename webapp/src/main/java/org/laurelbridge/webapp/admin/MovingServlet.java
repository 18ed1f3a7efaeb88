package org.laurelbridge.webapp.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.moving.Basis;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Uploads.Upload;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Visitor;
import org.laurelbridge.xapi.Problem;

/**
 * {@code /admin/moving}: what is set up here as a file, and a file that was brought; {@code /admin/moving/{file}}: what the file would
 * change, and the word for it.
 */
public final class MovingServlet extends HttpServlet {
    /** The largest form. */
    public static final int MOST_UPLOAD = Moving.MOST_BYTES + 100_000;

    static final String HERE = "/admin/moving";
    private static final int LONGEST_NAME = 200;

    private final transient MovingDesk desk;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public MovingServlet(MovingDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            show(request, response, List.of());
            return;
        }
        Run run = id(request)
                .flatMap(upload -> desk.run(visitor(request), upload, request.getParameter("run")))
                .orElse(null);
        // then the file is gone
        if (run != null
                && MovingDesk.outcome(run).filter(MovingJson::isImported).isPresent()) {
            response.sendRedirect(Notice.SETUP_IMPORTED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        plan(request, response, desk.plan(frame(request), upload(request), run));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getPathInfo() == null) {
            take(request, response);
            return;
        }
        Upload upload = upload(request);
        switch (String.valueOf(request.getParameter("do"))) {
            case "look" -> follow(response, upload, desk.look(visitor(request), upload));
            case "import" -> bring(request, response, upload);
            case "drop" -> {
                if (desk.isBeingBrought(upload)) {
                    throw new RequestFailure(Reason.CONFLICT);
                }
                desk.uploads().by(Doing.of(request)).drop(upload.id());
                response.sendRedirect(Notice.SETUP_DROPPED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    private static void follow(HttpServletResponse response, Upload upload, UUID run) throws IOException {
        response.sendRedirect(HERE + "/" + upload.id() + "?run=" + run, HttpServletResponse.SC_SEE_OTHER);
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String type = request.getContentType();
        Part file = type != null && type.startsWith("multipart/form-data") ? request.getPart("file") : null;
        if (file == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        Upload upload = new Upload(UUID.randomUUID(), name(file), bytes(file));
        List<Problem> problems = desk.moving().read(upload.file()).problems();
        if (problems.isEmpty()) {
            desk.keep(upload, Doing.of(request));
            follow(response, upload, desk.look(visitor(request), upload));
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, MovingDesk.words(problems));
    }

    private static String name(Part file) {
        String name = Objects.requireNonNullElse(file.getSubmittedFileName(), "");
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static byte[] bytes(Part file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private Upload upload(HttpServletRequest request) {
        return id(request).flatMap(desk.uploads()::find).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        return Paging.uuid(request.getPathInfo().substring(1));
    }

    private Visitor visitor(HttpServletRequest request) {
        return sessions.visitor(request).orElseThrow();
    }

    private Frame frame(HttpServletRequest request) {
        return Frame.of(request, sessions, desk.now());
    }

    private void bring(HttpServletRequest request, HttpServletResponse response, Upload upload) throws IOException {
        Basis basis = Basis.of(request.getParameter("basis")).orElseThrow(() -> new RequestFailure(Reason.BAD_INPUT));
        UUID run = desk.bring(visitor(request), upload, basis, Doing.of(request));
        Optional<Run> ended = desk.run(visitor(request), upload.id(), run.toString());
        if (ended.flatMap(MovingDesk::outcome).filter(MovingJson::isImported).isPresent()) {
            response.sendRedirect(Notice.SETUP_IMPORTED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
        } else if (ended.flatMap(MovingDesk::outcome).isPresent()) {
            plan(request, response, desk.plan(frame(request), upload, ended.get()));
        } else {
            follow(response, upload, run);
        }
    }

    private void plan(HttpServletRequest request, HttpServletResponse response, MovingPage.Plan plan)
            throws IOException {
        if (plan.isOvertaken()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } else if (!plan.problems().isEmpty() && request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        Errands.allowScript(response);
        pages.show(response, "admin/moving-plan.jte", plan);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<String> problems)
            throws IOException {
        pages.show(response, "admin/moving.jte", MovingPage.of(frame(request), problems, desk.waiting()));
    }
}
