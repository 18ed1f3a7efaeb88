package org.laurelbridge.webapp.verify;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.words.Saying;

/** {@code /verify}: whoever is shown a badge finds out what it is worth. Needs no account, sets no cookie and keeps nothing. */
public final class VerifyServlet extends HttpServlet {
    /** The largest picture that may hold a badge, and a little for the rest of the form. */
    public static final int MOST_UPLOAD = 10_100_000;

    private static final Saying NOTHING = Saying.of("verify.nothing");
    private static final Saying PDF = Saying.of("verify.pdf");
    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);

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
            show(response, empty(null));
        } else {
            show(
                    response,
                    page(response, desk.verify(new Presented.Link(link.strip()), null))
                            .typed(link));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try (VerifyDesk.Room room = desk.receive()) {
            byte[] file = file(request);
            Optional<Presented> presented = presented(file, field(request, "text"));
            if (presented.isEmpty()) {
                refuse(response, NOTHING);
            } else if (isPdf(file)) {
                refuse(response, PDF);
            } else {
                show(
                        response,
                        page(response, room.verify(presented.get(), field(request, "email")))
                                .typed(file.length > 0 ? null : field(request, "text")));
            }
        }
    }

    private void refuse(HttpServletResponse response, Saying why) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        show(response, empty(why));
    }

    private VerifyPage empty(@Nullable Saying trouble) {
        return VerifyPage.empty(trouble, addresses, clock.instant());
    }

    private VerifyPage page(HttpServletResponse response, VerifyDesk.Answer answer) {
        return VerifyPage.of(answer, addresses, clock.instant(), pages.words(response));
    }

    /** Empty where none was brought. */
    private static byte[] file(HttpServletRequest request) throws IOException, ServletException {
        Part file = isMultipart(request) ? request.getPart("file") : null;
        if (file == null) {
            return new byte[0];
        }
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        }
    }

    /** What people take a certificate for. */
    private static boolean isPdf(byte[] file) {
        return Arrays.mismatch(file, PDF_BEGINS) == PDF_BEGINS.length;
    }

    /** The file, where one was brought; else what was pasted or typed. */
    private static Optional<Presented> presented(byte[] file, @Nullable String text) {
        if (file.length > 0) {
            return Optional.of(new Presented.File(file));
        }
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
