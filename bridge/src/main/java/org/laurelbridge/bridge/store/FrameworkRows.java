package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laurelbridge.bridge.issue.framework.Format;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.issue.framework.KnownItem;

/** Rows of frameworks and their items. */
final class FrameworkRows {

    static final String FRAMEWORKS = """
            select f.id, e.name, f.language, e.version, e.format, e.imported_at,
              (select count(*) from framework_item i where i.edition = f.edition
                and (i.retired_at is null or i.retired_at > :now)) as items,
              (select count(*) from framework_item i where i.edition = f.edition and i.retired_at <= :now) as retired
            from framework f join framework_edition e on e.id = f.edition\s""";

    static final String COLUMNS = "e.name as framework, i.place, i.code, i.name, i.description, i.url, i.type, i.level,"
            + " i.broader, i.retired_at";

    static final String ITEMS = "select " + COLUMNS + " from framework f join framework_edition e on e.id = f.edition"
            + " join framework_item i on i.edition = f.edition";

    static final String ENGLISH_FIRST =
            "case when f.language = 'en' then 0 when f.language like 'en-%' then 1 else 2 end, f.language";

    private FrameworkRows() {}

    static Framework framework(ResultSet rows) throws SQLException {
        return new Framework(
                rows.getLong("id"),
                rows.getString("name"),
                rows.getString("language"),
                rows.getString("version"),
                Format.of(rows.getString("format")).orElseThrow(),
                Columns.instant(rows.getLong("imported_at")),
                rows.getLong("items"),
                rows.getLong("retired"));
    }

    static KnownItem item(ResultSet rows) throws SQLException {
        Item item = new Item(
                rows.getString("code"),
                rows.getString("name"),
                rows.getString("description"),
                rows.getString("url"),
                rows.getString("type"),
                rows.getString("level"),
                rows.getString("broader"),
                List.of(),
                null);
        return new KnownItem(rows.getString("framework"), item, Columns.instantOrNull(rows, "retired_at"));
    }
}
