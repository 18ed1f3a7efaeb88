package org.laurelbridge.bridge.record;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
        int taken = 0;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = format.parse(csv)) {
            List<Problem> head = head(parser.getHeaderNames());
            if (!head.isEmpty()) {
                return new Report(0, head);
            }
            for (CSVRecord row : parser) {
                taken += take(row, "line " + parser.getCurrentLineNumber(), problems) ? 1 : 0;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            problems.add(
                    new Problem("the file", "text that is no CSV: " + broken.getMessage(), "RFC 4180, in UTF-8", ""));
        }
        return new Report(taken, problems);
    }

    private static List<Problem> head(List<String> names) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            if (!PersonEntry.FIELDS.contains(name)) {
                problems.add(new Problem(
                        "line 1",
                        "the column \"" + name + "\"",
                        "one of " + String.join(", ", PersonEntry.FIELDS),
                        ""));
            }
        }
        if (names.isEmpty()) {
            problems.add(new Problem("line 1", "nothing", "a line with the names of the columns", ""));
        }
        return problems;
    }

    private boolean take(CSVRecord row, String line, List<Problem> problems) {
        if (!row.isConsistent()) {
            problems.add(new Problem(line, row.size() + " values", "as many as line 1 has names", ""));
            return false;
        }
        Map<String, String> fields = new LinkedHashMap<>(row.toMap());
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
