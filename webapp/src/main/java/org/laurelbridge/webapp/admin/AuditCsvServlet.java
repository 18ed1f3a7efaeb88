package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Audit.Entry;
import org.laurelbridge.bridge.record.Sheet;
import org.laurelbridge.webapp.server.CsvAnswer;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.words.Words;

/** {@code /admin/audit.csv}: the audit log, or what of it was asked for, read and sent in parts. */
public final class AuditCsvServlet extends HttpServlet {
    private static final int AT_ONCE = 500;
    private static final List<String> HEAD = List.of(
            "id",
            "at",
            "doer_kind",
            "doer",
            "doer_account",
            "origin",
            "action",
            "subject",
            "person",
            "before",
            "after");

    private final transient Audit audit;
    private final transient Names names;
    private final transient Pages pages;

    public AuditCsvServlet(Audit audit, Names names, Pages pages) {
        this.audit = audit;
        this.names = names;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request);
        Words words = pages.words(response);
        Audit.Filter filter = query.filter(names.called(query.subject(), words), words.deeds(query.action()));
        PrintWriter out = CsvAnswer.begin(response, "laurel-audit.csv");
        out.write(Sheet.line(HEAD));
        List<Entry> entries = audit.list(filter, query.before(), AT_ONCE);
        while (!entries.isEmpty()) {
            entries.forEach(entry -> out.write(line(entry)));
            entries = audit.list(filter, entries.get(entries.size() - 1).id(), AT_ONCE);
        }
    }

    private static String line(Entry entry) {
        return Sheet.line(List.of(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.doer().kind().word(),
                entry.doer().name(),
                entry.doer().account() == null ? "" : entry.doer().account().toString(),
                entry.doer().origin(),
                entry.change().action(),
                entry.change().subject(),
                entry.change().person() == null ? "" : entry.change().person().toString(),
                words(entry.change().before()),
                words(entry.change().after())));
    }

    private static String words(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining("; "));
    }
}
