package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People;

/** {@code /admin/unknown.csv}: actors whom nobody could place, as a file to be filled in with who they are. */
public final class UnknownCsvServlet extends HttpServlet {
    private static final int MOST = 100_000;

    private final transient People people;

    public UnknownCsvServlet(People people) {
        this.people = people;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"laurel-unknown-actors.csv\"");
        PrintWriter out = response.getWriter();
        out.write(JoinSheet.head());
        people.listUnknown(MOST).forEach(actor -> out.write(JoinSheet.line(actor)));
    }
}
