package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;

/**
 * How far all has come, stage by stage: a row for each thing that was sent. On a terminal the row's counts move in place; elsewhere
 * a row is written once, when it stands still. Fits in 80 columns.
 */
final class StageBoard {
    private static final String ROW = "%-34s %6s %6s %6s %6s %6s %7s";

    private final PrintWriter out;
    private final boolean terminal;
    private String what = "";
    private long heard;
    private @Nullable String shown;

    /** @param terminal whether a row can be written anew in place */
    StageBoard(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void head() {
        out.println(ROW.formatted("Sent, one after the other", "listen", "record", "map", "award", "issue", "deliver"));
        out.flush();
    }

    /** Something was sent and taken: its row begins. */
    void begin(String sent) {
        what = sent;
        heard++;
        shown = null;
    }

    /** What stands now. */
    void show(Snapshot figures) {
        String row = row(figures);
        if (terminal && !row.equals(shown)) {
            out.print("\r" + row);
            out.flush();
        }
        shown = row;
    }

    /** The row stands still. */
    void end() {
        out.println(terminal ? "" : shown);
        out.flush();
    }

    private String row(Snapshot figures) {
        long awards = sum(figures.awards());
        return ROW.formatted(
                what,
                heard,
                figures.statements(),
                figures.facts(),
                awards,
                awards - figures.unsigned(),
                Snapshot.in(figures.deliveries(), "delivered"));
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::rows).sum();
    }
}
