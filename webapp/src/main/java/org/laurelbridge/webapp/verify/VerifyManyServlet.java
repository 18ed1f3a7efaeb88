package org.laurelbridge.webapp.verify;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.laurelbridge.bridge.verify.many.Links;
import org.laurelbridge.bridge.verify.many.VerdictSheet;
import org.laurelbridge.webapp.server.CsvAnswer;
import org.laurelbridge.webapp.server.Pages;

/** {@code /verify/many}: a table of links in, a table of verdicts out. */
public final class VerifyManyServlet extends HttpServlet {
    private final transient VerifyDesk desk;
    private final transient Pages pages;

    public VerifyManyServlet(VerifyDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try (VerifyDesk.Room room = desk.receive()) {
            Links links = Links.read(table(request));
            if (links instanceof Links.Bad bad) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                show(response, bad.problems());
            } else {
                send(
                        response,
                        VerdictSheet.write(
                                room.verify((Links.Good) links),
                                pages.words(response).locale()));
            }
        }
    }

    private static void send(HttpServletResponse response, String sheet) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        CsvAnswer.begin(response, "verdicts.csv").write(sheet);
    }

    private static String table(HttpServletRequest request) throws IOException, ServletException {
        Part file = VerifyServlet.isMultipart(request) ? request.getPart("file") : null;
        if (file == null) {
            return "";
        }
        try (InputStream content = file.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void show(HttpServletResponse response, List<String> problems) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.show(response, "verify/many.jte", new ManyPage(problems));
    }

    /**
     * The form for a table.
     *
     * @param problems of the last one, all of them
     */
    public record ManyPage(List<String> problems) {}
}
