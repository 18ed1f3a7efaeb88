package org.laurelbridge.bridge.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.laurelbridge.xapi.Problem;

/** A CSV file whose first line names its columns. */
public final class Sheet {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    // the wide ones, too, which spreadsheets of East Asia take for the others
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern LINE = Pattern.compile("^line ([0-9]{1,18})");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Sheet() {}

    /**
     * Hands over row by row, and adds what is wrong with the file itself. No row is handed over when a column is not known.
     *
     * @param columns that it may have
     * @param row takes the place, as {@code line 3}, and the values by column
     */
    public static void read(
            Reader csv, List<String> columns, List<Problem> problems, BiConsumer<String, Map<String, String>> row) {
        try (CSVParser parser = FORMAT.parse(afterMark(csv))) {
            List<Problem> head = head(parser.getHeaderNames(), columns);
            problems.addAll(head);
            if (!head.isEmpty()) {
                return;
            }
            for (CSVRecord one : parser) {
                String line = "line " + parser.getCurrentLineNumber();
                if (one.isConsistent()) {
                    row.accept(line, one.toMap());
                } else {
                    problems.add(new Problem(line, one.size() + " values", "as many as line 1 has names", ""));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            problems.add(
                    new Problem("the file", "text that is no CSV: " + broken.getMessage(), "RFC 4180, in UTF-8", ""));
        }
    }

    /**
     * A line of a CSV file (RFC 4180), its line break included. A spreadsheet runs what starts like a formula: what others wrote must
     * not, and gets an apostrophe before it.
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Sheet::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** What was in a cell that {@link #line} wrote. */
    static String plain(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Problems in the order of their lines; what is not about a line comes first. */
    static List<Problem> byLine(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingLong(problem -> line(problem.place())))
                .toList();
    }

    private static long line(String place) {
        Matcher line = LINE.matcher(place);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    /** Spreadsheets put a byte order mark before UTF-8. */
    private static Reader afterMark(Reader csv) throws IOException {
        Reader text = new BufferedReader(csv);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static List<Problem> head(List<String> names, List<String> columns) {
        if (names.isEmpty()) {
            return List.of(new Problem("line 1", "nothing", "a line with the names of the columns", ""));
        }
        return names.stream()
                .filter(name -> !columns.contains(name))
                .map(name -> new Problem(
                        "line 1", "the column \"" + name + "\"", "one of " + String.join(", ", columns), ""))
                .toList();
    }
}
