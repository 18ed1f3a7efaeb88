package org.laurelbridge.webapp.verify;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** {@code /verify}: whoever is shown a badge finds out what it is worth. Needs no account, sets no cookie and keeps nothing. */
public final class VerifyServlet extends HttpServlet {
    /** The largest picture that may hold a badge, and a little for the rest of the form. */
    public static final int MOST_UPLOAD = 10_100_000;

    private final transient VerifyDesk desk;
    private final transient Addresses addresses;
    private final transient Pages pages;
    private final transient InstantSource clock;

    public VerifyServlet(VerifyDesk desk, Addresses addresses, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.addresses = addresses;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String link = request.getParameter("link");
        if (link == null || link.isBlank()) {
            show(response, empty(false));
        } else {
            show(response, page(desk.verify(new Presented.Link(link.strip()), null)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try (VerifyDesk.Room room = desk.receive()) {
            Optional<Presented> presented = presented(request);
            if (presented.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                show(response, empty(true));
            } else {
                show(response, page(room.verify(presented.get(), field(request, "email"))));
            }
        }
    }

    private VerifyPage empty(boolean isForgotten) {
        return VerifyPage.empty(isForgotten, addresses, clock.instant());
    }

    private VerifyPage page(VerifyDesk.Answer answer) {
        return VerifyPage.of(answer, addresses, clock.instant());
    }

    /** The file, where one was brought; else what was pasted or typed. */
    private static Optional<Presented> presented(HttpServletRequest request) throws IOException, ServletException {
        Part file = isMultipart(request) ? request.getPart("file") : null;
        if (file != null && file.getSize() > 0) {
            try (InputStream content = file.getInputStream()) {
                return Optional.of(new Presented.File(content.readAllBytes()));
            }
        }
        String text = field(request, "text");
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(Presented.pasted(text));
    }

    static boolean isMultipart(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_UPLOAD) {
            throw new RequestFailure(Reason.TOO_LARGE);
        }
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    private static @Nullable String field(HttpServletRequest request, String name) {
        return request.getParameter(name);
    }

    private void show(HttpServletResponse response, VerifyPage page) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "verify/verify.jte", page);
    }
}
