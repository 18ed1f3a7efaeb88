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
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Uploads.Upload;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
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
        } else {
            plan(request, response, upload(request));
        }
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
            case "import" -> bring(request, response, upload);
            case "drop" -> {
                desk.uploads().remove(upload.id());
                response.sendRedirect(Notice.SETUP_DROPPED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
            }
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
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
            desk.keep(upload);
            response.sendRedirect(HERE + "/" + upload.id(), HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(request, response, problems.stream().map(Problem::toString).toList());
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
        return id(request.getPathInfo().substring(1))
                .flatMap(desk.uploads()::find)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void bring(HttpServletRequest request, HttpServletResponse response, Upload upload) throws IOException {
        String turn = String.valueOf(request.getParameter("turn"));
        if (!turn.matches("[0-9]{1,18}")) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        try {
            desk.moving()
                    .apply(desk.moving().read(upload.file()), Long.parseLong(turn), Doing.of(request), Progress.NONE);
        } catch (Moving.Wrong wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            plan(request, response, upload);
            return;
        } catch (Moving.Elsewhere elsewhere) {
            overtaken(response, upload);
            return;
        }
        desk.uploads().remove(upload.id());
        response.sendRedirect(Notice.SETUP_IMPORTED.at(HERE), HttpServletResponse.SC_SEE_OTHER);
    }

    private static void overtaken(HttpServletResponse response, Upload upload) throws IOException {
        response.sendRedirect(Notice.SETUP_OVERTAKEN.at(HERE + "/" + upload.id()), HttpServletResponse.SC_SEE_OTHER);
    }

    private void plan(HttpServletRequest request, HttpServletResponse response, Upload upload) throws IOException {
        Frame frame = Frame.of(request, sessions, desk.now());
        try {
            pages.show(response, "admin/moving-plan.jte", desk.plan(frame, upload));
        } catch (Moving.Elsewhere elsewhere) {
            overtaken(response, upload);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, List<String> problems)
            throws IOException {
        Frame frame = Frame.of(request, sessions, desk.now());
        pages.show(response, "admin/moving.jte", new MovingPage(frame, problems, desk.waiting()));
    }
}
