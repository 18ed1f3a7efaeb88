package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Reads {@link Format#ESCO}: a file as {@code skills_en.csv} of the classification that the Commission gives out, with the columns
 * {@code conceptUri} and {@code preferredLabel}, and of the others {@code altLabels}, {@code skillType}, {@code conceptType},
 * {@code description}, {@code definition} and {@code status}. The code of an item is its concept's address. A concept whose status
 * says that it is obsolete counts as gone. One file is one framework: occupations need another name than skills.
 */
final class EscoReader implements FrameworkReader, CsvRows.Table {

    private static final Set<String> GONE = Set.of("obsolete", "deprecated", "rejected");
    private static final Pattern LANGUAGE = Pattern.compile("_([a-z]{2,3})\\.csv$", Pattern.CASE_INSENSITIVE);

    /** The language that ESCO's own names of files tell, as {@code skills_de.csv}; null where it does not. */
    static @Nullable String language(String file) {
        Matcher found = LANGUAGE.matcher(file);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : null;
    }

    @Override
    public void read(InputStream bytes, ItemSink sink) throws IOException {
        CsvRows.read(bytes, sink, this);
    }

    @Override
    public List<Problem> check(Map<String, Integer> columns) {
        return Columns.missing(columns, List.of("concepturi", "preferredlabel"));
    }

    @Override
    public void row(CsvRow row, ItemSink sink) {
        String status = row.get("status");
        if (status != null && GONE.contains(status.toLowerCase(Locale.ROOT))) {
            return;
        }
        String address = row.get("concepturi");
        String label = row.get("preferredlabel");
        if (address == null) {
            sink.problem(row.missing("conceptUri"));
        }
        if (label == null) {
            sink.problem(row.missing("preferredLabel"));
        }
        if (address != null && label != null) {
            Item item = Item.of(address, label, either(row.get("description"), row.get("definition")))
                    .at(address)
                    .typed(either(row.get("skilltype"), row.get("concepttype")))
                    .calledToo(names(row.get("altlabels")));
            sink.item(item, row.place());
        }
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static List<String> names(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }
}
