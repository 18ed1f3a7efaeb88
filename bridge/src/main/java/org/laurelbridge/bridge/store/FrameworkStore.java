package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.framework.Framework;
import org.laurelbridge.bridge.issue.framework.FrameworkName;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.KnownItem;

/** Frameworks in tables framework, framework_edition, framework_item and framework_word. */
public final class FrameworkStore implements Frameworks {

    private final Database database;
    private final Trail trail;

    public FrameworkStore(Database database) {
        this(database, Trail.OWN);
    }

    private FrameworkStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Frameworks by(Doer doer) {
        return new FrameworkStore(database, Trail.by(doer));
    }

    @Override
    public List<Framework> list(Instant now) {
        return database.read(
                handle -> handle.createQuery(FrameworkRows.FRAMEWORKS + " order by e.name, f.language, f.id")
                        .bind("now", now)
                        .map((rows, context) -> FrameworkRows.framework(rows))
                        .list());
    }

    @Override
    public Optional<Framework> find(long id, Instant now) {
        return database.read(handle -> handle.createQuery(FrameworkRows.FRAMEWORKS + " where f.id = :id")
                .bind("now", now)
                .bind("id", id)
                .map((rows, context) -> FrameworkRows.framework(rows))
                .findOne());
    }

    @Override
    public List<Framework> find(String name, Instant now) {
        return database.read(handle -> handle.createQuery(
                        FrameworkRows.FRAMEWORKS + " where f.name_key = :key order by " + FrameworkRows.ENGLISH_FIRST)
                .bind("now", now)
                .bind("key", FrameworkName.key(name))
                .map((rows, context) -> FrameworkRows.framework(rows))
                .list());
    }

    @Override
    public Optional<KnownItem> find(String framework, String code) {
        return database.read(handle -> handle.createQuery(FrameworkRows.ITEMS
                        + " where f.name_key = :key and i.code_key = :code order by " + FrameworkRows.ENGLISH_FIRST
                        + " limit 1")
                .bind("key", FrameworkName.key(framework))
                .bind("code", Fingerprint.of(code))
                .map((rows, context) -> FrameworkRows.item(rows))
                .findOne());
    }

    @Override
    public Page search(long framework, String words, @Nullable String after, int limit) {
        return new FrameworkSearch(database, framework, limit).page(words, after);
    }

    @Override
    public Loading begin(Heading heading, Instant now) {
        return FrameworkLoading.begin(database, heading, now, trail);
    }
}
