package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.framework.Frameworks.Page;
import org.laurelbridge.bridge.issue.framework.KnownItem;
import org.laurelbridge.bridge.issue.framework.SearchWords;

/** Looks for items of a framework by the words that they begin with: a range of the index for the longest word, a probe for each other. */
final class FrameworkSearch {

    /** After all words that a prefix begins. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    private static final int BEFORE_ALL = -1;

    private final Database database;
    private final long framework;
    private final int limit;

    /** An item with where it stands among those that were found. */
    private record Hit(int weight, long place, KnownItem item) {
        String end() {
            return weight + "-" + place;
        }
    }

    private record After(int weight, long place) {

        static After of(@Nullable String text) {
            if (text == null) {
                return new After(BEFORE_ALL, BEFORE_ALL);
            }
            if (!text.matches("[0-9]-[0-9]{1,18}")) {
                throw new IllegalArgumentException("no end of a page");
            }
            return new After(Integer.parseInt(text.substring(0, 1)), Long.parseLong(text.substring(2)));
        }
    }

    FrameworkSearch(Database database, long framework, int limit) {
        this.database = database;
        this.framework = framework;
        this.limit = limit;
    }

    Page page(String text, @Nullable String end) {
        After after = After.of(end);
        if (SearchWords.isAddress(text)) {
            return database.read(handle -> cut(byCode(handle, text.strip(), after)));
        }
        List<String> words = SearchWords.query(text);
        if (words.isEmpty()) {
            return text.isBlank() ? database.read(handle -> cut(all(handle, after))) : new Page(List.of(), null);
        }
        return database.read(handle -> cut(byWords(handle, words, after)));
    }

    private List<Hit> byCode(Handle handle, String code, After after) {
        return handle.createQuery(FrameworkRows.ITEMS.replaceFirst("select ", "select 0 as best, ")
                        + " where f.id = :framework and i.code_key = :code and i.place > :place")
                .bind("framework", framework)
                .bind("code", Fingerprint.of(code))
                .bind("place", after.place())
                .map((rows, context) -> hit(rows))
                .list();
    }

    private List<Hit> all(Handle handle, After after) {
        return handle.createQuery(FrameworkRows.ITEMS.replaceFirst("select ", "select 0 as best, ")
                        + " where f.id = :framework and i.place > :place order by i.place limit :limit")
                .bind("framework", framework)
                .bind("place", after.place())
                .bind("limit", limit + 1)
                .map((rows, context) -> hit(rows))
                .list();
    }

    private List<Hit> byWords(Handle handle, List<String> words, After after) {
        Query query = handle.createQuery(sql(words.size()))
                .bind("framework", framework)
                .bind("weight", after.weight())
                .bind("place", after.place())
                .bind("limit", limit + 1);
        for (int word = 0; word < words.size(); word++) {
            query.bind("from" + word, words.get(word)).bind("to" + word, words.get(word) + END);
        }
        return query.map((rows, context) -> hit(rows)).list();
    }

    static String sql(int words) {
        StringBuilder others = new StringBuilder();
        for (int word = 1; word < words; word++) {
            others.append("""

                    and exists (select 1 from framework_word o
                      where o.edition = w.edition and o.place = w.place and o.word >= :from%d and o.word <= :to%d)""".formatted(word, word));
        }
        return "select hit.best, " + FrameworkRows.COLUMNS + """

                from (select w.edition as edition, w.place as place, min(w.weight) as best
                  from framework g join framework_word w on w.edition = g.edition
                  where g.id = :framework and w.word >= :from0 and w.word <= :to0""" + others + """

                  group by w.edition, w.place
                  having min(w.weight) > :weight or (min(w.weight) = :weight and w.place > :place)
                  order by best, place limit :limit) hit
                join framework_edition e on e.id = hit.edition
                join framework_item i on i.edition = hit.edition and i.place = hit.place
                order by hit.best, hit.place""";
    }

    private static Hit hit(ResultSet rows) throws SQLException {
        return new Hit(rows.getInt("best"), rows.getLong("place"), FrameworkRows.item(rows));
    }

    private Page cut(List<Hit> hits) {
        List<Hit> shown = hits.subList(0, Math.min(limit, hits.size()));
        String end = hits.size() > limit ? shown.get(limit - 1).end() : null;
        return new Page(shown.stream().map(Hit::item).toList(), end);
    }
}
