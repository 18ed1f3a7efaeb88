package org.laurelbridge.document;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.xapi.Problem;

/** Collects what is wrong with a document, so that all of it is told at once. Not for several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Something stands at a place where something else should. */
    public void add(Place place, String what, String expected) {
        add(new Problem(place.toString(), what, expected, ""));
    }

    /** A value is not what was expected. */
    public void add(Node node, String expected) {
        add(node.place(), node.shown(), expected);
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
