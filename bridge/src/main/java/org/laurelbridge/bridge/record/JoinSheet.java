package org.laurelbridge.bridge.record;

import java.io.Reader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.bridge.record.People.UnknownActor;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.xapi.Problem;

/** Unknown actors as a CSV file to be filled in, and joins them to people by it. */
public final class JoinSheet {

    /** Its columns: the actor as it is listed, what helps to know it, and the learner who it is. */
    public static final List<String> COLUMNS = List.of("kind", "scope", "value", "name", "statements", "person");

    private static final Set<String> KINDS = Set.of("account", "email", "mbox_sha1sum", "openid");
    private static final int LONGEST = 2_000;

    private final People people;
    private final InstantSource clock;

    public JoinSheet(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The first line: the names of the columns. */
    public static String head() {
        return Sheet.line(COLUMNS);
    }

    /** An actor's line, with nobody in it yet. */
    public static String line(UnknownActor actor) {
        return Sheet.line(List.of(
                actor.identifier().kind(),
                actor.identifier().scope(),
                actor.identifier().value(),
                actor.name() == null ? "" : actor.name(),
                Long.toString(actor.statements()),
                ""));
    }

    /**
     * What came of it.
     *
     * @param joined rows whose actor is that person's now, or was already
     * @param problems by line; the other rows were joined all the same
     */
    public record Report(int joined, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Joins row by row; one without a person is left out. The person stands there by e-mail address, by Laurel's id, or by user id, user
     * name or id number in the actor's own system. Reading the file again changes nothing.
     */
    public Report read(Reader csv) {
        List<Problem> problems = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        Sheet.read(csv, COLUMNS, problems, (line, fields) -> {
            String person = field(fields, "person");
            if (!person.isEmpty()) {
                List<Problem> wrong = join(line, fields, person);
                problems.addAll(wrong);
                if (wrong.isEmpty()) {
                    joined.add(line);
                }
            }
        });
        return new Report(joined.size(), Sheet.byLine(problems));
    }

    private List<Problem> join(String line, Map<String, String> fields, String person) {
        Identifier actor = new Identifier(field(fields, "kind"), field(fields, "scope"), field(fields, "value"));
        List<Problem> problems = new ArrayList<>();
        if (!KINDS.contains(actor.kind())) {
            problems.add(new Problem(line + "/kind", "no kind of an actor", "one of " + sorted(KINDS), ""));
        }
        if (actor.value().isEmpty() || actor.value().length() > LONGEST) {
            problems.add(new Problem(line + "/value", actor.value().length() + " characters", "1 to " + LONGEST, ""));
        }
        Set<PersonId> found = find(person, actor.scope());
        if (found.size() != 1) {
            // whom the file names is not repeated: what is told may end in a log
            String who = found.isEmpty() ? "nobody who is known" : found.size() + " people";
            problems.add(new Problem(
                    line + "/person", who, "one person, by e-mail, Laurel's id, or a name in the actor's system", ""));
        }
        if (problems.isEmpty()) {
            try {
                people.join(actor, found.iterator().next(), clock.instant());
            } catch (People.IdentifiersDisagree disagree) {
                problems.add(new Problem(line, "an actor of another person", "one who is nobody's yet", ""));
            }
        }
        return problems;
    }

    private Set<PersonId> find(String named, String system) {
        Optional<PersonId> known = byId(named)
                .or(() -> people.find(new Identifier("email", "", named.toLowerCase(Locale.ROOT))));
        return known.map(Set::of).orElseGet(() -> new HashSet<>(people.findAll(Stream.of("id", "username", "idnumber")
                        .map(kind -> new Identifier(kind, system, named))
                        .toList())
                .values()));
    }

    private Optional<PersonId> byId(String named) {
        try {
            return people.find(UUID.fromString(named)).map(Person::id);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return Sheet.plain(fields.getOrDefault(name, ""));
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
