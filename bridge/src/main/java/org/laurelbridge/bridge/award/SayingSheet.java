package org.laurelbridge.bridge.award;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.record.Sheet;
import org.laurelbridge.xapi.Problem;

/** Takes in what is said of people from a CSV file: all of it, or nothing when anything is wrong. */
public final class SayingSheet {

    /** The columns it may have. */
    public static final List<String> COLUMNS =
            Stream.concat(Stream.of("person"), SayingEntry.FIELDS.stream()).toList();

    private final Function<String, Optional<PersonId>> people;
    private final Attesting attesting;
    private final Predicate<String> badges;

    /**
     * @param people finds whom a file names; see {@link #read}
     * @param badges whether a badge with this id is in force
     */
    public SayingSheet(Function<String, Optional<PersonId>> people, Attesting attesting, Predicate<String> badges) {
        this.people = people;
        this.attesting = attesting;
        this.badges = badges;
    }

    /**
     * What came of it.
     *
     * @param taken rows that are kept now, or were already; none when there are problems
     * @param problems by line
     */
    public record Report(int taken, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    private record Row(PersonId person, Attesting.Saying saying) {}

    /** Reads all rows, people by their e-mail addresses or ids; reading the file again changes nothing. */
    public Report read(Reader csv) {
        List<Problem> problems = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Sheet.read(
                csv,
                COLUMNS,
                problems,
                (line, values) -> row(line, values, problems).ifPresent(rows::add));
        if (!problems.isEmpty()) {
            return new Report(0, problems);
        }
        rows.forEach(row -> attesting.say(row.person(), row.saying()));
        return new Report(rows.size(), problems);
    }

    private Optional<Row> row(String line, Map<String, String> values, List<Problem> problems) {
        Map<String, String> fields = new LinkedHashMap<>(values);
        fields.remove("person");
        SayingEntry entry = new SayingEntry(fields);
        List<Problem> wrong = new ArrayList<>(entry.problems(line, badges));
        String name = values.getOrDefault("person", "");
        Optional<PersonId> person = people.apply(name);
        if (person.isEmpty()) {
            // whom the file names is not repeated: what is told may end in a log
            String found = name.isBlank() ? "nothing" : "nobody who is known";
            wrong.add(0, new Problem(line + "/person", found, "the e-mail address or id of a person", ""));
        }
        problems.addAll(wrong);
        return wrong.isEmpty() ? person.map(known -> new Row(known, entry.saying())) : Optional.empty();
    }
}
