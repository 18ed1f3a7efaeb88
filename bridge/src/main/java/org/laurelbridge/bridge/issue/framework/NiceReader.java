package org.laurelbridge.bridge.issue.framework;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Reads {@link Format#NICE}: the components of the NICE Framework (NIST SP 800-181) as NIST's Cybersecurity and Privacy Reference
 * Tool exports them in JSON, where each element has {@code element_type}, {@code element_identifier}, {@code title} and
 * {@code text}; or a CSV file with those columns. Work roles ({@code OG-WRL-001}), competency areas, tasks ({@code T0161}), knowledge
 * and skill statements and categories become items; what only orders them ({@code sort}) or comes from elsewhere ({@code opm_code})
 * does not. A statement without a title is named by its text.
 */
final class NiceReader implements FrameworkReader, CsvRows.Table {

    private static final Set<String> PASSED_OVER = Set.of("sort", "opm_code");
    private static final String IDENTIFIER = "element_identifier";
    private static final String TYPE = "element_type";
    private static final JsonRows.Layout LAYOUT = new JsonRows.Layout(
            Set.of("response", "elements"),
            Map.of("elements", Set.of(TYPE, IDENTIFIER, "title", "text"), "documents", Set.of("version")),
            "elements");

    @Override
    public void read(InputStream bytes, ItemSink sink) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes);
        if (Detection.isJson(buffered)) {
            JsonRows.read(buffered, sink, LAYOUT, (array, members, place) -> {
                if (array.equals("elements")) {
                    element(members::get, place, sink);
                } else if (members.get("version") != null) {
                    sink.version(members.get("version"));
                }
            });
        } else {
            CsvRows.read(buffered, sink, this);
        }
    }

    @Override
    public List<Problem> check(Map<String, Integer> columns) {
        List<Problem> missing = Columns.missing(columns, List.of(IDENTIFIER, TYPE));
        boolean hasWords = columns.containsKey("title") || columns.containsKey("text");
        return missing.isEmpty() && !hasWords ? Columns.missing(columns, List.of("text")) : missing;
    }

    @Override
    public void row(CsvRow row, ItemSink sink) {
        element(row::get, row.place(), sink);
    }

    private static void element(Function<String, @Nullable String> member, String place, ItemSink sink) {
        String type = member.apply(TYPE);
        if (type != null && PASSED_OVER.contains(type)) {
            return;
        }
        String code = member.apply(IDENTIFIER);
        String title = member.apply("title");
        String text = member.apply("text");
        if (code == null) {
            sink.problem(new Problem(place + "/" + IDENTIFIER, "nothing", "text", ""));
        }
        if (title == null && text == null) {
            sink.problem(new Problem(place + "/text", "neither a title nor a text", "one of them", ""));
        } else if (code != null) {
            Item item = title == null ? Item.of(code, text, null) : Item.of(code, title, text);
            sink.item(item.typed(words(type)).below(category(code)), place);
        }
    }

    /** As "Work role". */
    private static @Nullable String words(@Nullable String type) {
        return type == null || type.isBlank()
                ? null
                : type.substring(0, 1).toUpperCase(Locale.ROOT)
                        + type.substring(1).replace('_', ' ');
    }

    /** The category of a work role stands before its number, as OG in OG-WRL-001. */
    private static @Nullable String category(String code) {
        int end = code.indexOf("-WRL-");
        return end > 0 ? code.substring(0, end) : null;
    }
}
