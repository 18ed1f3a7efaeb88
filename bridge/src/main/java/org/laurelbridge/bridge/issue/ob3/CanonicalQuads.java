package org.laurelbridge.bridge.issue.ob3;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the blank nodes of quads their canonical names (RDFC-1.0 with SHA-256). Titanium's own keeps a node that is related by several
 * quads once, where the specification and its other implementations count it each time: nodes that are alike but in different graphs,
 * as the same endorsement with its proof in two places, would get other names. For one document and one thread.
 */
final class CanonicalQuads implements RdfQuadConsumer {

    private final Set<Quad> quads = new LinkedHashSet<>();
    private final Map<String, List<Quad>> quadsOf = new LinkedHashMap<>();
    private final Map<String, String> firstHashes = new HashMap<>();
    private final Names canonical = new Names("_:c14n", new LinkedHashMap<>());
    private final int mostSteps;
    private int steps;

    /** @param mostSteps after which what is built to take for ever is given up */
    CanonicalQuads(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    /** Somebody wants to keep us busy. */
    static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** A statement; the object is a text when it has a datatype, and the default graph is null. */
    private record Quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String graph) {

        /** What stands where a blank node may stand, by the letter of its place. */
        Map<String, String> blanks() {
            Map<String, String> blanks = new LinkedHashMap<>();
            if (isBlank(subject)) {
                blanks.put("s", subject);
            }
            if (datatype == null && isBlank(object)) {
                blanks.put("o", object);
            }
            if (graph != null && isBlank(graph)) {
                blanks.put("g", graph);
            }
            return blanks;
        }

        String line(UnaryOperator<String> name) {
            String other = datatype == null && isBlank(object) ? name.apply(object) : object;
            return NQuadsWriter.nquad(
                    isBlank(subject) ? name.apply(subject) : subject,
                    predicate,
                    other,
                    datatype,
                    language,
                    null,
                    graph != null && isBlank(graph) ? name.apply(graph) : graph);
        }

        private static boolean isBlank(String text) {
            return text.startsWith("_:");
        }
    }

    /** Names given in the order of asking. */
    private record Names(String prefix, Map<String, String> given) {

        String of(String node) {
            return given.computeIfAbsent(node, any -> prefix + given.size());
        }

        Names copy() {
            return new Names(prefix, new LinkedHashMap<>(given));
        }
    }

    private record Hashed(String hash, Names names) {}

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {
        Quad quad = new Quad(subject, predicate, object, datatype, language, graph);
        if (quads.add(quad)) {
            new LinkedHashSet<>(quad.blanks().values())
                    .forEach(node -> quadsOf.computeIfAbsent(node, any -> new ArrayList<>())
                            .add(quad));
        }
        return this;
    }

    /** The canonical N-Quads of all that came. */
    String text() {
        TreeMap<String, List<String>> alike = new TreeMap<>();
        quadsOf.keySet()
                .forEach(node -> alike.computeIfAbsent(first(node), any -> new ArrayList<>())
                        .add(node));
        alike.values().stream().filter(nodes -> nodes.size() == 1).forEach(nodes -> canonical.of(nodes.get(0)));
        alike.values().stream().filter(nodes -> nodes.size() > 1).forEach(this::nameAlike);
        TreeSet<String> lines = new TreeSet<>();
        quads.forEach(quad -> lines.add(quad.line(canonical::of)));
        return String.join("", lines);
    }

    private void nameAlike(List<String> nodes) {
        List<Hashed> hashed = new ArrayList<>();
        for (String node : nodes) {
            if (!canonical.given().containsKey(node)) {
                Names names = new Names("_:b", new LinkedHashMap<>());
                names.of(node);
                hashed.add(all(node, names));
            }
        }
        hashed.sort(Comparator.comparing(Hashed::hash));
        hashed.forEach(one -> one.names().given().keySet().forEach(canonical::of));
    }

    /** Hash First Degree Quads (§4.6). */
    private String first(String node) {
        return firstHashes.computeIfAbsent(node, any -> {
            List<String> lines = new ArrayList<>();
            quadsOf.getOrDefault(node, List.of())
                    .forEach(quad -> lines.add(quad.line(other -> other.equals(node) ? "_:a" : "_:z")));
            Collections.sort(lines);
            return ProofHash.hex(String.join("", lines));
        });
    }

    /** Hash N-Degree Quads (§4.8). */
    private Hashed all(String node, Names given) {
        step();
        Names names = given;
        StringBuilder data = new StringBuilder();
        for (Map.Entry<String, List<String>> related : related(node, given).entrySet()) {
            Hashed path = shortest(related.getValue(), names);
            data.append(related.getKey()).append(path.hash());
            names = path.names();
        }
        return new Hashed(ProofHash.hex(data.toString()), names);
    }

    private Map<String, List<String>> related(String node, Names names) {
        TreeMap<String, List<String>> related = new TreeMap<>();
        for (Quad quad : quadsOf.getOrDefault(node, List.of())) {
            quad.blanks().forEach((place, other) -> {
                if (!other.equals(node)) {
                    String input = place + (place.equals("g") ? "" : "<" + quad.predicate() + ">") + name(other, names);
                    related.computeIfAbsent(ProofHash.hex(input), any -> new ArrayList<>())
                            .add(other);
                }
            });
        }
        return related;
    }

    private String name(String node, Names names) {
        String known = canonical.given().getOrDefault(node, names.given().get(node));
        return known == null ? first(node) : known;
    }

    /** The least path over all orders of nodes; orders that differ in equal nodes are one. */
    private Hashed shortest(List<String> nodes, Names given) {
        List<String> order = new ArrayList<>(nodes);
        Collections.sort(order);
        Hashed best = null;
        do {
            step();
            Hashed path = path(order, given.copy(), best);
            if (path != null && (best == null || path.hash().compareTo(best.hash()) < 0)) {
                best = path;
            }
        } while (isNext(order));
        return Objects.requireNonNull(best);
    }

    /** Null as soon as it cannot be the least any more. */
    private @Nullable Hashed path(List<String> order, Names given, @Nullable Hashed best) {
        Names names = given;
        StringBuilder path = new StringBuilder();
        List<String> further = new ArrayList<>();
        for (String node : order) {
            if (canonical.given().containsKey(node)) {
                path.append(canonical.of(node));
            } else {
                if (!names.given().containsKey(node)) {
                    further.add(node);
                }
                path.append(names.of(node));
            }
            if (isWorse(path, best)) {
                return null;
            }
        }
        for (String node : further) {
            Hashed hashed = all(node, names);
            path.append(names.of(node)).append('<').append(hashed.hash()).append('>');
            names = hashed.names();
            if (isWorse(path, best)) {
                return null;
            }
        }
        return new Hashed(path.toString(), names);
    }

    private static boolean isWorse(StringBuilder path, @Nullable Hashed best) {
        return best != null
                && path.length() >= best.hash().length()
                && path.toString().compareTo(best.hash()) > 0;
    }

    /** Turns an order into the next one; false after the last. */
    private static boolean isNext(List<String> order) {
        int i = order.size() - 2;
        while (i >= 0 && order.get(i).compareTo(order.get(i + 1)) >= 0) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int j = order.size() - 1;
        while (order.get(j).compareTo(order.get(i)) <= 0) {
            j--;
        }
        Collections.swap(order, i, j);
        Collections.reverse(order.subList(i + 1, order.size()));
        return true;
    }

    private void step() {
        if (++steps > mostSteps) {
            throw new TooManySteps();
        }
    }
}
