package org.laurelbridge.webapp.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.picture.DesignRead;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.issue.picture.UploadedPicture;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;

/** {@code /admin/badges/{badge}/picture}: how a badge looks. Works without a script: a preview is a form that is sent. */
public final class DesignerServlet extends HttpServlet {
    /** More than a picture may have, so that one that is a little too large is refused in its own words. */
    public static final int MOST_UPLOAD = 10_000_000;

    private final transient Designing designing;
    private final transient Sessions sessions;
    private final transient Pages pages;

    public DesignerServlet(Designing designing, Sessions sessions, Pages pages) {
        this.designing = designing;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** What came of a form: nothing yet, a preview, or what is wrong. */
    private record Outcome(
            @Nullable String preview,
            Map<String, String> problems,
            @Nullable String refused) {
        static final Outcome NONE = new Outcome(null, Map.of(), null);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Badge badge = badge(request);
        show(request, response, badge, designing.form(badge), Outcome.NONE);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Badge badge = badge(request);
        String wish = request.getParameter("do");
        switch (wish == null ? "" : wish) {
            case "preview", "save" -> design(request, response, badge, wish.equals("save"));
            case "standard" -> {
                designing.by(Doing.of(request)).forget(badge);
                leave(response, badge, Notice.PICTURE_STANDARD);
            }
            case "upload" -> upload(request, response, badge);
            default -> throw new RequestFailure(Reason.BAD_INPUT);
        }
    }

    private void design(HttpServletRequest request, HttpServletResponse response, Badge badge, boolean isToSave)
            throws IOException {
        DesignForm form = DesignForm.of(request);
        DesignRead read = designing.read(form);
        if (read instanceof DesignRead.Bad bad) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, badge, form, new Outcome(null, form.byField(bad.problems()), null));
        } else if (isToSave) {
            designing.by(Doing.of(request)).keep(badge, ((DesignRead.Good) read).design());
            leave(response, badge, Notice.PICTURE_SAVED);
        } else {
            String preview = designing.preview(badge, ((DesignRead.Good) read).design());
            show(request, response, badge, form, new Outcome(preview, Map.of(), null));
        }
    }

    private void upload(HttpServletRequest request, HttpServletResponse response, Badge badge)
            throws IOException, ServletException {
        UploadedPicture picture = UploadedPicture.of(file(request));
        if (picture instanceof UploadedPicture.Refused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            String sentence = "Found " + refused.problem().found() + ", expected "
                    + refused.problem().expected() + ".";
            show(request, response, badge, designing.form(badge), new Outcome(null, Map.of(), sentence));
        } else {
            designing
                    .by(Doing.of(request))
                    .keep(badge, new Source.Uploaded(((UploadedPicture.Accepted) picture).png()));
            leave(response, badge, Notice.PICTURE_SAVED);
        }
    }

    private static byte[] file(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        Part file = type != null && type.startsWith("multipart/form-data") ? request.getPart("file") : null;
        if (file == null) {
            throw new RequestFailure(Reason.BAD_INPUT);
        }
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private Badge badge(HttpServletRequest request) {
        String[] parts = String.valueOf(request.getPathInfo()).split("/", -1);
        if (parts.length != 3 || !parts[2].equals("picture")) {
            throw new RequestFailure(Reason.NOT_FOUND);
        }
        return designing.find(parts[1]).orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }

    private static void leave(HttpServletResponse response, Badge badge, Notice notice) throws IOException {
        response.sendRedirect(notice.at(Designing.path(badge)), HttpServletResponse.SC_SEE_OTHER);
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, Badge badge, DesignForm form, Outcome outcome)
            throws IOException {
        Frame frame = Frame.of(request, sessions, designing.now());
        DesignerPage page = new DesignerPage(
                frame,
                badge.id(),
                badge.title(),
                designing.page(badge),
                designing.picture(badge),
                designing.kind(badge).word(),
                badge.image(),
                designing.choices(badge, form),
                form,
                outcome.preview(),
                outcome.problems(),
                outcome.refused());
        pages.show(response, "admin/designer.jte", page);
    }
}
