package org.laurelbridge.bridge.record;

import java.io.Reader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.laurelbridge.xapi.Problem;

/** Takes people in from a CSV file with a line of names ({@link PersonEntry#FIELDS}) at its top. */
public final class Roster {
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
        List<Problem> problems = new ArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        Sheet.read(csv, PersonEntry.FIELDS, problems, (line, fields) -> {
            if (take(fields, line, problems)) {
                taken.incrementAndGet();
            }
        });
        return new Report(taken.get(), problems);
    }

    private boolean take(Map<String, String> fields, String line, List<Problem> problems) {
        PersonEntry entry = new PersonEntry(fields);
        List<Problem> wrong = entry.problems(line);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
            return false;
        }
        try {
            people.add(entry.name(), entry.identifiers(), clock.instant());
            return true;
        } catch (People.IdentifiersDisagree disagree) {
            problems.add(new Problem(line, "identifiers of different people", "those of one person", ""));
            return false;
        }
    }
}
