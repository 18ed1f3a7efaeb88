package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.laurelbridge.bridge.record.JoinSheet;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.server.CsvAnswer;

/** {@code /admin/unknown.csv}: actors whom nobody could place, as a file to be filled in with who they are. */
public final class UnknownCsvServlet extends HttpServlet {
    private static final int MOST = 100_000;

    private final transient People people;

    public UnknownCsvServlet(People people) {
        this.people = people;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = CsvAnswer.begin(response, "laurel-unknown-actors.csv");
        out.write(JoinSheet.head());
        people.listUnknown(MOST).forEach(actor -> out.write(JoinSheet.line(actor)));
    }
}
