package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.OwnGrades.Entry;
import org.laurelbridge.bridge.deliver.own.GradeSheet;
import org.laurelbridge.webapp.server.CsvAnswer;

/** {@code /admin/gradebook.csv}: the whole gradebook, read and sent in parts so that its size does not matter. */
public final class GradebookCsvServlet extends HttpServlet {
    private static final int AT_ONCE = 500;

    private final transient OwnGrades grades;

    public GradebookCsvServlet(OwnGrades grades) {
        this.grades = grades;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = CsvAnswer.begin(response, "laurel-gradebook.csv");
        out.write(GradeSheet.head());
        List<Entry> entries = grades.list(null, null, AT_ONCE);
        while (!entries.isEmpty()) {
            entries.forEach(entry -> out.write(GradeSheet.line(entry)));
            entries = grades.list(null, entries.get(entries.size() - 1).grade(), AT_ONCE);
        }
    }
}
