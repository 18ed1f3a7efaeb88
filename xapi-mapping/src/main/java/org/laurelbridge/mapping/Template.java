package org.laurelbridge.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern of an IRI with named holes, as {@code {root}/mod/quiz/attempt.php?attempt={n}&cmid={cm}}. A hole takes one run of
 * characters without {@code / ? & #}; {@code {root}}, at the start alone, takes scheme, host and path. Matching never goes back.
 */
final class Template {
    private static final String ROOT = "root";
    private static final String STOPS = "/?&#";

    private final List<String> parts;

    /** Literal text and holes in turn: even places are literal, maybe empty; odd ones are names. */
    private Template(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Reads a template; empty when its braces do not pair, two holes touch or {@code {root}} is not at the start. */
    static Optional<Template> parse(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            String literal = text.substring(at, open);
            String name = text.substring(open + 1, Math.max(open + 1, close));
            boolean apart = !literal.isEmpty() || at == 0;
            boolean rootElsewhere = name.equals(ROOT) && open > 0;
            if (name.isEmpty() || hasBrace(name) || hasBrace(literal) || !apart || rootElsewhere) {
                return Optional.empty();
            }
            parts.add(literal);
            parts.add(name);
            at = close + 1;
        }
        parts.add(text.substring(at));
        return hasBrace(text.substring(at)) ? Optional.empty() : Optional.of(new Template(parts));
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }

    /** What the holes took; empty when the IRI is not of this form. */
    Optional<Map<String, String>> match(String iri) {
        if (!iri.startsWith(parts.get(0))) {
            return Optional.empty();
        }
        Map<String, String> taken = new HashMap<>();
        int at = parts.get(0).length();
        for (int i = 1; i < parts.size(); i += 2) {
            String literal = parts.get(i + 1);
            int end = parts.get(i).equals(ROOT) ? endOfRoot(iri, literal) : endOfRun(iri, at, literal);
            if (end <= at || !iri.startsWith(literal, end)) {
                return Optional.empty();
            }
            taken.put(parts.get(i), iri.substring(at, end));
            at = end + literal.length();
        }
        return at == iri.length() ? Optional.of(taken) : Optional.empty();
    }

    private static int endOfRoot(String iri, String literal) {
        int host = iri.indexOf("://");
        int end = literal.isEmpty() ? iri.length() : iri.indexOf(literal, host < 0 ? 0 : host + 3);
        boolean isPath = end > 0 && iri.substring(0, end).chars().noneMatch(c -> c == '?' || c == '#');
        return isPath ? end : -1;
    }

    private static int endOfRun(String iri, int at, String literal) {
        int stop = at;
        while (stop < iri.length() && STOPS.indexOf(iri.charAt(stop)) < 0) {
            stop++;
        }
        if (literal.isEmpty() || STOPS.indexOf(literal.charAt(0)) >= 0) {
            return stop;
        }
        int next = iri.indexOf(literal, at);
        return next < 0 || next > stop ? -1 : next;
    }

    /** The text with its holes filled. */
    String fill(Map<String, String> values) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i += 2) {
            text.append(values.getOrDefault(parts.get(i), "")).append(parts.get(i + 1));
        }
        return text.toString();
    }
}
