package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.laurelbridge.xapi.Problem;

/** Reads {@link Format#CSV}. Any order of the columns goes; {@code code} and {@code name} must be there. */
final class PlainReader implements FrameworkReader, CsvRows.Table {

    static final List<String> COLUMNS = List.of("code", "name", "description", "url", "type", "level", "broader");

    @Override
    public void read(InputStream bytes, ItemSink sink) throws IOException {
        CsvRows.read(bytes, sink, this);
    }

    @Override
    public List<Problem> check(Map<String, Integer> columns) {
        return Columns.wrong(columns, List.of("code", "name"), COLUMNS);
    }

    @Override
    public void row(CsvRow row, ItemSink sink) {
        String code = row.get("code");
        String name = row.get("name");
        if (code == null) {
            sink.problem(row.missing("code"));
        }
        if (name == null) {
            sink.problem(row.missing("name"));
        }
        if (code != null && name != null) {
            Item item = Item.of(code, name, row.get("description"))
                    .at(row.get("url"))
                    .typed(row.get("type"))
                    .onLevel(row.get("level"))
                    .below(row.get("broader"));
            sink.item(item, row.place());
        }
    }
}
