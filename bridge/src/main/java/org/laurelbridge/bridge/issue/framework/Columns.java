package org.laurelbridge.bridge.issue.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurelbridge.xapi.Problem;

/** Says what is wrong with the columns of a table. */
final class Columns {
    private Columns() {}

    /** Those that must be there and are not. */
    static List<Problem> missing(Map<String, Integer> columns, List<String> wanted) {
        String found = String.join(", ", columns.keySet());
        String shown = found.length() > 200 ? found.substring(0, 200) + " …" : found;
        return wanted.stream()
                .filter(name -> !columns.containsKey(name))
                .map(name -> new Problem("line 1", "the columns " + shown, "a column \"" + name + "\"", ""))
                .toList();
    }

    /** These, and those that are not known. */
    static List<Problem> wrong(Map<String, Integer> columns, List<String> wanted, List<String> known) {
        List<Problem> problems = new ArrayList<>(missing(columns, wanted));
        columns.keySet().stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .map(name -> name.length() > 60 ? name.substring(0, 60) + "…" : name)
                .map(name ->
                        new Problem("line 1", "the column \"" + name + "\"", "one of " + String.join(", ", known), ""))
                .limit(20)
                .forEach(problems::add);
        return problems;
    }
}
