package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.laurelbridge.xapi.Problem;

/** The rows of a table in UTF-8 with commas, semicolons or tabs, one after the other; the first row names the columns. */
final class CsvRows {

    /** How far into the file its first row may reach. */
    private static final int LONGEST_HEAD = 50_000;

    private final ItemSink sink;
    private long line;

    /** What a kind of table makes of its rows. */
    interface Table {

        /** What is wrong with the columns that there are; no row is handed over when something is. */
        List<Problem> check(Map<String, Integer> columns);

        void row(CsvRow row, ItemSink sink);
    }

    private CsvRows(ItemSink sink) {
        this.sink = sink;
    }

    static void read(InputStream bytes, ItemSink sink, Table table) throws IOException {
        CsvRows rows = new CsvRows(sink);
        try {
            rows.readAll(bytes, table);
        } catch (UncheckedIOException failed) {
            rows.tell(Objects.requireNonNull(failed.getCause()));
        } catch (IOException failed) {
            rows.tell(failed);
        }
    }

    private void readAll(InputStream bytes, Table table) throws IOException {
        RowGauge gauge = new RowGauge(Utf8Text.of(bytes));
        Reader text = Utf8Text.afterMark(gauge);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(Delimiter.of(head(text)))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                sink.problem(new Problem("line 1", "nothing", "a line with the names of the columns", ""));
                return;
            }
            CSVRecord names = records.next();
            Map<String, Integer> columns = columns(names);
            List<Problem> wrong = table.check(columns);
            wrong.forEach(sink::problem);
            line = parser.getCurrentLineNumber();
            while (wrong.isEmpty() && records.hasNext()) {
                row(records.next(), names.size(), columns, table);
                line = parser.getCurrentLineNumber();
                gauge.nextRow();
            }
        }
    }

    private void row(CSVRecord cells, int width, Map<String, Integer> columns, Table table) {
        CsvRow row = new CsvRow(line + 1, columns, cells);
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        boolean fits = cells.size() == width
                || (cells.size() > width && cells.stream().skip(width).allMatch(String::isBlank));
        if (fits) {
            table.row(row, sink);
        } else {
            sink.problem(new Problem(
                    row.place(), cells.size() + " values", width + ", as many as the first row has names", "RFC 4180"));
        }
    }

    private static Map<String, Integer> columns(CSVRecord names) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int place = 0; place < names.size(); place++) {
            columns.putIfAbsent(names.get(place).strip().toLowerCase(Locale.ROOT), place);
        }
        return columns;
    }

    private static String head(Reader text) throws IOException {
        char[] head = new char[LONGEST_HEAD];
        text.mark(LONGEST_HEAD);
        int length = 0;
        for (int more = 0; more >= 0 && length < head.length; length += Math.max(more, 0)) {
            more = text.read(head, length, head.length - length);
        }
        text.reset();
        return new String(head, 0, length);
    }

    /** What went wrong with the text itself is told; what the stream threw is thrown on. */
    private void tell(IOException failed) throws IOException {
        String place = "line " + (line + 1);
        if (failed instanceof CharacterCodingException) {
            sink.problem(new Problem(
                    place + " or a later one",
                    "a byte that is no UTF-8",
                    "the file saved as CSV in UTF-8",
                    "RFC 4180"));
        } else if (failed instanceof RowGauge.TooLong) {
            sink.problem(new Problem(
                    place,
                    "a row of more than " + RowGauge.LONGEST + " characters",
                    "a shorter one; perhaps a quotation mark is not closed",
                    "RFC 4180"));
        } else if (failed instanceof CSVException broken) {
            sink.problem(
                    new Problem(place, "text that is no CSV: " + broken.getMessage(), "rows of a table", "RFC 4180"));
        } else {
            throw failed;
        }
    }
}
