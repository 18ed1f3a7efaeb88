package org.laurelbridge.bridge.verify.many;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The links that somebody wants to have checked: CSV with or without a header, commas, semicolons or tabs; in each row the first link. */
public sealed interface Links {

    int MOST = 50;

    /** In the order of the rows. */
    record Good(List<String> links) implements Links {}

    /** What is wrong, every row of it. */
    record Bad(List<String> problems) implements Links {}

    static Links read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        List<String> links = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                take(row, links, problems);
            }
        } catch (IOException | UncheckedIOException broken) {
            problems.add("the file is no CSV: " + broken.getMessage());
        }
        if (links.isEmpty() && problems.isEmpty()) {
            problems.add("the file has no links, expected one in each row");
        } else if (links.size() > MOST) {
            problems.add("the file has " + links.size() + " links, expected at most " + MOST);
        }
        return problems.isEmpty() ? new Good(List.copyOf(links)) : new Bad(List.copyOf(problems));
    }

    private static void take(CSVRecord row, List<String> links, List<String> problems) {
        Optional<String> link = StreamSupport.stream(row.spliterator(), false)
                .map(String::strip)
                .filter(Links::isLink)
                .findFirst();
        boolean isBlank = StreamSupport.stream(row.spliterator(), false).allMatch(String::isBlank);
        if (link.isPresent()) {
            links.add(link.get());
        } else if (!isBlank && row.getRecordNumber() > 1) {
            problems.add("row " + row.getRecordNumber() + ": no link in it, expected https://…");
        }
    }

    private static boolean isLink(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    // what spreadsheets write differs from country to country
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        if (first.indexOf('\t') >= 0) {
            return '\t';
        }
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }
}
