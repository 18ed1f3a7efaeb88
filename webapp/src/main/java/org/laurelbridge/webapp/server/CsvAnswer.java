package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** An answer as a file of CSV (RFC 4180), in UTF-8. */
public final class CsvAnswer {
    private CsvAnswer() {}

    /**
     * Begins it.
     *
     * @param file its name, of letters, digits, dots and hyphens
     * @return takes its lines
     */
    public static PrintWriter begin(HttpServletResponse response, String file) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return response.getWriter();
    }
}
