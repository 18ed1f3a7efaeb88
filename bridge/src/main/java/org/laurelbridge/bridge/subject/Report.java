package org.laurelbridge.bridge.subject;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an erasure did, without personal data.
 *
 * @param erased how many of each kind went
 * @param blanked how many of each kind stay without them, since they are somebody else's
 * @param elsewhere what Laurel had sent away and cannot take back: where it is, and how many
 */
public record Report(
        SortedMap<String, Long> erased, SortedMap<String, Long> blanked, SortedMap<String, Long> elsewhere) {
    /** What remains in any case, and where somebody has to ask for more. */
    public static final String BEYOND =
            "backups made before, and logs of the database server, until they are overwritten; what stands in gradebooks,"
                    + " backpacks and LRSs, of whoever keeps those; copies of badges that others have.";

    private static final JsonMapper JSON = new JsonMapper();

    public Report {
        erased = Collections.unmodifiableSortedMap(new TreeMap<>(erased));
        blanked = Collections.unmodifiableSortedMap(new TreeMap<>(blanked));
        elsewhere = Collections.unmodifiableSortedMap(new TreeMap<>(elsewhere));
    }

    /** Of nothing yet. */
    public static Report empty() {
        return new Report(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** With so many more of a kind erased. */
    public Report erased(String kind, long more) {
        return new Report(plus(erased, kind, more), blanked, elsewhere);
    }

    /** With so many more of a kind blanked. */
    public Report blanked(String kind, long more) {
        return new Report(erased, plus(blanked, kind, more), elsewhere);
    }

    /** With so many more told elsewhere. */
    public Report elsewhere(String where, long more) {
        return new Report(erased, blanked, plus(elsewhere, where, more));
    }

    private static SortedMap<String, Long> plus(SortedMap<String, Long> counts, String kind, long more) {
        SortedMap<String, Long> sum = new TreeMap<>(counts);
        if (more > 0) {
            sum.merge(kind, more, Long::sum);
        }
        return sum;
    }

    /** As JSON, for {@link #read}. */
    public String written() {
        ObjectNode json = JSON.createObjectNode();
        erased.forEach(json.putObject("erased")::put);
        blanked.forEach(json.putObject("blanked")::put);
        elsewhere.forEach(json.putObject("elsewhere")::put);
        return json.toString();
    }

    /** Reads what {@link #written} wrote. */
    public static Report read(String json) {
        JsonNode node = JSON.readTree(json);
        return new Report(counts(node.path("erased")), counts(node.path("blanked")), counts(node.path("elsewhere")));
    }

    private static SortedMap<String, Long> counts(JsonNode node) {
        SortedMap<String, Long> counts = new TreeMap<>();
        node.forEachEntry((kind, count) -> counts.put(kind, count.asLong()));
        return counts;
    }
}
