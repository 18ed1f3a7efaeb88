package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Sends a ZIP file that is written while it is sent. */
public final class ZipAnswer {
    private ZipAnswer() {}

    /** Writes it. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Sends it to be kept.
     *
     * @param file its name on the reader's disk: letters, digits, dots and dashes
     */
    public static void send(HttpServletResponse response, String file, Content content) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        try {
            content.write(response.getOutputStream());
        } catch (UncheckedIOException goneAway) {
            throw goneAway.getCause();
        }
    }
}
