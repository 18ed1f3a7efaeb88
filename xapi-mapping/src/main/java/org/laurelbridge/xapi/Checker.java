package org.laurelbridge.xapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Collects every problem of one statement and knows where the reading is. The place is put into words only when there is a
 * problem to tell.
 */
final class Checker {
    private static final int MOST_FOUND = 120;

    private final boolean lenient;
    private final XapiVersion version;
    private final List<Problem> grave = new ArrayList<>(0);
    private final List<Problem> slight = new ArrayList<>(0);
    private @Nullable Object[] path = new @Nullable Object[16];
    private int depth;
    private boolean excused;

    Checker(boolean lenient, XapiVersion version) {
        this.lenient = lenient;
        this.version = version;
    }

    XapiVersion version() {
        return version;
    }

    /** Steps into a member or, with an Integer, into an element; {@link #leave} steps out again. */
    void enter(Object step) {
        if (depth == path.length) {
            path = Arrays.copyOf(path, 2 * depth);
        }
        path[depth++] = step;
    }

    void leave() {
        depth--;
    }

    /** From here on faults make no statement unusable that is read leniently; answers what was so before, to be put back. */
    boolean excuse(boolean from) {
        boolean before = excused;
        excused = from;
        return before;
    }

    /** A fault of the value here: it makes the statement unusable unless the part is excused. */
    void fault(JsonNode found, String expected, Clause clause) {
        fault(describe(found), expected, clause);
    }

    void fault(String found, String expected, Clause clause) {
        (lenient && excused ? slight : grave).add(new Problem(place(), found, expected, clause.in(version)));
    }

    /** A fault of the value here that leaves it usable. */
    void slip(String found, String expected, Clause clause) {
        (lenient ? slight : grave).add(new Problem(place(), found, expected, clause.in(version)));
    }

    boolean isUnusable() {
        return !grave.isEmpty();
    }

    /** All of them, those that make the statement unusable first. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(grave);
        all.addAll(slight);
        return all;
    }

    private String place() {
        StringBuilder pointer = new StringBuilder();
        for (int step = 0; step < depth; step++) {
            pointer.append('/')
                    .append(String.valueOf(path[step]).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String describe(JsonNode found) {
        if (found.isString()) {
            return quote(found.stringValue());
        }
        if (found.isObject()) {
            return found.isEmpty() ? "an empty object" : "an object";
        }
        if (found.isArray()) {
            return found.isEmpty() ? "an empty array" : "an array";
        }
        return cut(found.asString().isEmpty() ? "null" : found.asString());
    }

    /** In quotes and cut to a readable length. */
    static String quote(String text) {
        return '"' + cut(text) + '"';
    }

    private static String cut(String text) {
        return text.length() <= MOST_FOUND ? text : text.substring(0, MOST_FOUND) + "…";
    }
}
