package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.map.RuleDocuments;

/** Documents as they were applied; a version once applied never changes. */
public final class RuleDocumentStore implements RuleDocuments {

    private static final String SELECT = "select generation, kind, name, version, body, applied_at from rule_document ";

    private final Database database;
    private final Trail trail;

    private record Version(String kind, String name, int number) {}

    public RuleDocumentStore(Database database) {
        this(database, Trail.OWN);
    }

    private RuleDocumentStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public RuleDocuments by(Doer doer) {
        return new RuleDocumentStore(database, Trail.by(doer));
    }

    @Override
    public long turn() {
        return database.read(RuleDocumentStore::turn);
    }

    private static long turn(Handle handle) {
        return handle.createQuery("select turns from latch where name = 'rules'")
                .mapTo(long.class)
                .one();
    }

    /**
     * Whether these documents are still the ones in force; then they stay so until this transaction ends. To be called before
     * anything but the latch of the people is locked.
     */
    static boolean holds(Handle handle, Dialect dialect, long turn) {
        return handle.createQuery("select turns from latch where name = 'rules'" + dialect.lockShared())
                        .mapTo(long.class)
                        .one()
                == turn;
    }

    @Override
    public List<Applied> listEarlier() {
        return database.read(handle -> handle.createQuery(SELECT + """
                        d where in_force = 0 and kind = 'badge' and exists (
                          select 1 from rule_document f where f.in_force = 1 and f.kind = d.kind and f.name = d.name)
                        order by name, version""")
                .map((rows, context) -> applied(rows))
                .list());
    }

    @Override
    public List<Applied> listInForce() {
        return database.read(handle -> handle.createQuery(SELECT + """
                        where in_force = 1
                        order by case kind when 'mapping' then 0 else 1 end, name, version""")
                .map((rows, context) -> applied(rows))
                .list());
    }

    @Override
    public Optional<Applied> find(String kind, String name, int version) {
        return database.read(handle -> find(handle, kind, name, version));
    }

    @Override
    public List<Applied> listVersions(Collection<String> badges) {
        if (badges.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(
                        SELECT + "where kind = 'badge' and name in (<badges>) order by name, version")
                .bindList("badges", List.copyOf(badges))
                .map((rows, context) -> applied(rows))
                .list());
    }

    @Override
    public List<String> apply(@Nullable Against against, List<Draft> documents, List<Anew> anew, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            handle.execute("update latch set turns = turns + 1 where name = 'rules'");
            if (against != null && turn(handle) != against.turn() + 1) {
                throw new Overtaken();
            }
            List<String> changed = changed(handle, documents);
            if (changed.isEmpty()) {
                accept(handle, against, now);
                RuleDeeds deeds = RuleDeeds.before(handle);
                CourseBadges badges = new CourseBadges(handle, trail);
                badges.forget(documents);
                handle.execute("update rule_document set in_force = 0 where in_force = 1");
                documents.forEach(document -> putInForce(handle, document, now));
                trail.record(handle, deeds.after(handle, against));
                badges.give(against);
                Evaluations evaluations = new Evaluations(handle, database.dialect());
                anew.forEach(one -> evaluations.decideAnew(one, now));
            }
            return changed;
        });
    }

    private static void accept(Handle handle, @Nullable Against against, Instant now) {
        Long plan = against == null ? null : against.plan();
        if (plan != null && !PlanRows.accept(handle, plan, now)) {
            throw new Overtaken();
        }
    }

    private static List<String> changed(Handle handle, List<Draft> documents) {
        Set<String> changed = new LinkedHashSet<>();
        Map<Version, String> bodies = new HashMap<>();
        for (Draft document : documents) {
            Version version = new Version(document.kind(), document.name(), document.version());
            String first = bodies.computeIfAbsent(version, one -> applied(handle, one, document.body()));
            if (!first.equals(document.body())) {
                changed.add(document.name());
            }
        }
        return List.copyOf(changed);
    }

    /** What was applied under this version; where nothing was, what is to be. */
    private static String applied(Handle handle, Version version, String body) {
        return find(handle, version.kind(), version.name(), version.number())
                .map(Applied::body)
                .orElse(body);
    }

    private static void putInForce(Handle handle, Draft document, Instant now) {
        int there = handle.createUpdate("""
                        update rule_document set in_force = 1
                        where kind = :kind and name = :name and version = :version""").bindMethods(document).execute();
        if (there == 0) {
            handle.createUpdate("""
                            insert into rule_document (kind, name, version, fingerprint, body, applied_at, in_force)
                            values (:kind, :name, :version, :fingerprint, :body, :now, 1)""")
                    .bindMethods(document)
                    .bind("fingerprint", Fingerprint.of(document.body()))
                    .bind("now", now)
                    .execute();
        }
    }

    private static Optional<Applied> find(Handle handle, String kind, String name, int version) {
        return handle.createQuery(SELECT + "where kind = :kind and name = :name and version = :version")
                .bind("kind", kind)
                .bind("name", name)
                .bind("version", version)
                .map((rows, context) -> applied(rows))
                .findOne();
    }

    private static Applied applied(ResultSet rows) throws SQLException {
        return new Applied(
                rows.getLong("generation"),
                rows.getString("kind"),
                rows.getString("name"),
                rows.getInt("version"),
                rows.getString("body"),
                Columns.instant(rows.getLong("applied_at")));
    }
}
