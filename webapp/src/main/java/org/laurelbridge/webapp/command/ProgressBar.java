package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import picocli.CommandLine;

/** How far something long has come, on one line of a terminal; lines of their own where there is no terminal. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final String what;
    private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
    private int shown = -1;

    ProgressBar(PrintWriter out, String what) {
        this.out = out;
        this.what = what;
    }

    /** Shows a share; a whole that is not known yet is 0. */
    void show(long done, long whole) {
        show(done, whole, "");
    }

    /** @param more words behind it, as a speed; a terminal shows them anew each time */
    void show(long done, long whole, String more) {
        int percent = whole <= 0 ? 100 : (int) Math.min(100, done * 100 / whole);
        boolean tells = terminal ? percent != shown || !more.isEmpty() : percent / 10 != shown / 10;
        if (!tells) {
            return;
        }
        shown = percent;
        int full = percent * WIDTH / 100;
        String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
        out.print((terminal ? "\r" : "") + what + " " + bar + " " + percent + " %" + more + (terminal ? "" : "\n"));
        out.flush();
    }

    void end() {
        show(1, 1);
        if (terminal) {
            out.println();
        }
        out.flush();
    }
}
