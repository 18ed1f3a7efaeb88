package org.laurelbridge.webapp.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.laurelbridge.bridge.record.StatementLog.Range;
import org.laurelbridge.xapi.Problem;

/** What a GET of statements asks for (1.0.3 Communication 2.1.3). */
sealed interface StatementQuery {
    String CLAUSE = "1.0.3 Communication 2.1.3";
    int LARGEST_PAGE = 250;

    /** One statement; or, voided, the one under that id that was voided. */
    record One(UUID id, boolean voided) implements StatementQuery {}

    /** A list of statements. */
    record Page(Range range) implements StatementQuery {}

    /** Reads parameters, or refuses them with all their problems. */
    static StatementQuery of(Map<String, String> parameters) {
        return new StatementQueryReader(parameters).read();
    }

    /** Refuses parameters that the specification does not know (1.0.3 Communication 3.2); case counts. */
    static void refuseUnknown(Map<String, String> parameters, Collection<String> known) {
        List<Problem> problems = new ArrayList<>();
        tellUnknown(parameters, known, problems);
        if (!problems.isEmpty()) {
            throw XapiRefusal.bad(problems);
        }
    }

    /** The same, told with other problems. */
    static void tellUnknown(Map<String, String> parameters, Collection<String> known, List<Problem> problems) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                String meant = known.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(known.isEmpty() ? "no parameters" : String.join(", ", new TreeSet<>(known)));
                problems.add(new Problem("query", "\"" + name + "\"", meant, "1.0.3 Communication 3.2"));
            }
        }
    }
}
