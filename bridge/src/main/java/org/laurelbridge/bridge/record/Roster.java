package org.laurelbridge.bridge.record;

import java.io.Reader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.laurelbridge.xapi.Problem;

/** Takes people in from a CSV file with a line of names ({@link PersonEntry#FIELDS}) at its top. */
public final class Roster {
    private static final int AT_A_TIME = 1_000;

    private final People people;
    private final InstantSource clock;

    public Roster(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param taken rows that are people now, or were already
     * @param problems by line; the other rows were taken all the same
     */
    public record Report(int taken, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /** Reads all rows. A row that is wrong is told and left out; reading the file again changes nothing. */
    public Report read(Reader csv) {
        return read(csv, done -> {});
    }

    /**
     * The same, and tells how far it is.
     *
     * @param progress is told now and then how many rows were read
     */
    public Report read(Reader csv, LongConsumer progress) {
        Rows rows = new Rows(progress);
        Sheet.read(csv, PersonEntry.FIELDS, rows.problems, (line, fields) -> rows.add(line, new PersonEntry(fields)));
        rows.take();
        return new Report(rows.taken, Sheet.byLine(rows.problems));
    }

    private record Row(String line, Newcomer newcomer) {}

    /** Rows of one file: those that wait to be taken in together, and what came of the others. */
    private final class Rows {
        private final LongConsumer progress;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Row> waiting = new ArrayList<>();
        private int taken;
        private long read;

        Rows(LongConsumer progress) {
            this.progress = progress;
        }

        void add(String line, PersonEntry entry) {
            read++;
            List<Problem> wrong = entry.problems(line);
            problems.addAll(wrong);
            if (wrong.isEmpty()) {
                waiting.add(new Row(line, new Newcomer(entry.name(), entry.identifiers())));
            }
            if (waiting.size() == AT_A_TIME) {
                take();
            }
        }

        void take() {
            List<Optional<PersonId>> added =
                    people.addAll(waiting.stream().map(Row::newcomer).toList(), clock.instant());
            for (int i = 0; i < added.size(); i++) {
                if (added.get(i).isPresent()) {
                    taken++;
                } else {
                    String line = waiting.get(i).line();
                    problems.add(new Problem(line, "identifiers of different people", "those of one person", ""));
                }
            }
            waiting.clear();
            progress.accept(read);
        }
    }
}
