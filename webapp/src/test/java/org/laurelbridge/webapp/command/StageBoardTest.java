package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.Snapshot;

/** Rows of counts: in place for a person, once for a file. */
class StageBoardTest {
    private final StringWriter written = new StringWriter();

    @Test
    void row_onATerminal_movesInPlace() {
        show(new StageBoard(new PrintWriter(written), true));
        assertThat(written.toString())
                .isEqualTo("\r" + row("a quiz", 1, 1, 1, 1, 0, 0) + "\r" + row("a quiz", 1, 1, 1, 1, 1, 1)
                        + System.lineSeparator());
    }

    @Test
    void row_elsewhere_isWrittenOnceWhenItStandsStill() {
        show(new StageBoard(new PrintWriter(written), false));
        assertThat(written.toString()).isEqualTo(row("a quiz", 1, 1, 1, 1, 1, 1) + System.lineSeparator());
    }

    @Test
    void rows_countWhatWasHeardEvenWhenNothingIsNewOfIt() {
        StageBoard board = new StageBoard(new PrintWriter(written), false);
        board.begin("a quiz");
        board.begin("the same again");
        board.show(figures(0, 1));
        board.end();
        assertThat(written.toString()).startsWith(row("the same again", 2, 1, 1, 1, 1, 1));
    }

    @Test
    void row_fitsInEightyColumns() {
        assertThat(row("a".repeat(34), 9, 9, 9, 9, 9, 9)).hasSizeLessThan(80);
    }

    private static void show(StageBoard board) {
        board.begin("a quiz");
        board.show(figures(1, 0));
        board.show(figures(1, 0));
        board.show(figures(0, 1));
        board.end();
    }

    private static String row(String what, int... counts) {
        return "%-34s %6d %6d %6d %6d %6d %7d"
                .formatted(what, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    private static Snapshot figures(long unsigned, long delivered) {
        return new Snapshot(
                1,
                0,
                null,
                1,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                List.of(new Count("valid", 1)),
                unsigned,
                List.of(new Count("delivered", delivered)),
                List.of());
    }
}
