package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;

/** The audit log. What rewrites or removes rows opens the door of {@link AuditGuard} in its own transaction, and closes it. */
public final class AuditStore implements Audit {

    static final String SELECT = "select id, at, doer_kind, doer, doer_account, origin, action, subject, person,"
            + " before_value, after_value from audit ";

    private static final String SUBJECT_IN_PART = """
            %s like :subjectPart escape '!' or subject in (<called>)
            or %s like :subjectPart escape '!' or %s like :subjectPart escape '!'
            or person in (select p.id from person p where %s like :subjectPart escape '!')""";

    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final InstantSource clock;

    public AuditStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void append(Doer doer, Change change) {
        database.change(handle -> new Trail(doer, clock).record(handle, change));
    }

    @Override
    public List<Entry> list(Filter filter, long before, int limit) {
        Map<String, Object> values = values(filter);
        String where =
                String.join("", values.keySet().stream().map(this::condition).toList());
        return database.read(handle -> {
            Query query = handle.createQuery(SELECT + "where id < :before" + where + " order by id desc limit :limit");
            values.forEach(query::bind);
            if (values.containsKey("subjectPart")) {
                query.bindList("called", never(filter.called()));
            }
            if (values.containsKey("actionPart")) {
                query.bindList("deeds", never(filter.deeds()));
            }
            return query.bind("group", filter.action() + ".%")
                    .bind("before", before == 0 ? Long.MAX_VALUE : before)
                    .bind("limit", limit)
                    .map((rows, context) -> entry(rows))
                    .list();
        });
    }

    private static Map<String, Object> values(Filter filter) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        boolean isInPart = filter.called() != null;
        all.put(isInPart ? "doerPart" : "doer", isInPart ? part(filter.doer()) : filter.doer());
        all.put(isInPart ? "actionPart" : "action", isInPart ? words(filter.action()) : filter.action());
        all.put(isInPart ? "subjectPart" : "subject", isInPart ? part(filter.subject()) : filter.subject());
        all.put("person", filter.person());
        all.put("from", filter.from());
        all.put("until", filter.until());
        Map<String, Object> values = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null ? null : "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** As pages show an action, or as it is kept. */
    private static @Nullable String words(@Nullable String action) {
        return action == null ? null : "%" + action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "%";
    }

    /** Never empty, which SQL does not take. */
    private static List<String> never(@Nullable Set<String> texts) {
        return texts == null || texts.isEmpty() ? List.of("") : List.copyOf(texts);
    }

    private String condition(String name) {
        Dialect dialect = database.dialect();
        return switch (name) {
            case "action" -> " and (action = :action or action like :group)";
            case "doerPart" -> " and " + dialect.small("doer") + " like :doerPart escape '!'";
            case "actionPart" -> " and (action like :actionPart or action in (<deeds>))";
            case "subjectPart" ->
                " and ("
                        + SUBJECT_IN_PART.formatted(
                                dialect.small("subject"),
                                dialect.small("before_value"),
                                dialect.small("after_value"),
                                dialect.small("p.name"))
                        + ")";
            case "person" ->
                " and (person = :person or doer_account in (select id from account where learner = :person))";
            case "from" -> " and at >= :from";
            case "until" -> " and at < :until";
            default -> " and " + name + " = :" + name;
        };
    }

    @Override
    public int forgetBefore(Doer doer, Instant instant) {
        return database.write(handle -> {
            List<Long> old = handle.createQuery("select id from audit where at < :at order by at, id limit :limit")
                    .bind("at", instant)
                    .bind("limit", AT_ONCE)
                    .mapTo(Long.class)
                    .list();
            int removed = old.size();
            if (removed > 0) {
                open(handle);
                Batches.write(handle, "delete from audit where id = :id", old, (batch, id) -> batch.bind("id", id));
                close(handle);
            }
            if (removed > 0) {
                new Trail(doer, clock)
                        .record(
                                handle,
                                Change.of("audit.forgotten", "before", instant).to("rows", removed));
            }
            return removed;
        });
    }

    /** Lets rows be rewritten and removed in this transaction, until it is closed. */
    static void open(Handle handle) {
        handle.execute("update audit_door set opened = 1");
    }

    static void close(Handle handle) {
        handle.execute("update audit_door set opened = 0");
    }

    static Entry entry(ResultSet rows) throws SQLException {
        Doer doer = new Doer(
                Doer.Kind.of(rows.getString("doer_kind")),
                rows.getString("doer"),
                Columns.uuidOrNull(rows.getBytes("doer_account")),
                rows.getString("origin"));
        Change change = new Change(
                rows.getString("action"),
                rows.getString("subject"),
                Columns.uuidOrNull(rows.getBytes("person")),
                Trail.read(rows.getString("before_value")),
                Trail.read(rows.getString("after_value")));
        return new Entry(rows.getLong("id"), Columns.instant(rows.getLong("at")), doer, change);
    }
}
