package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.bridge.issue.framework.FrameworkName;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Frameworks.Changes;
import org.laurelbridge.bridge.issue.framework.Frameworks.Heading;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.issue.framework.SearchWords;

/**
 * An edition that is being written. Only the newest edition of a framework may be: each write holds the framework's row against a
 * newer one. Editions that do not hold are removed a part at a time, so that others may write between.
 */
final class FrameworkLoading implements Frameworks.Loading {

    private final Database database;
    private final long framework;
    private final long edition;
    private final String name;
    private final Trail trail;
    private long next;

    private record Word(String word, long place, int weight) {}

    private record Placed(Item item, long place) {}

    private FrameworkLoading(Database database, long framework, long edition, String name, Trail trail) {
        this.database = database;
        this.framework = framework;
        this.edition = edition;
        this.name = name;
        this.trail = trail;
    }

    static FrameworkLoading begin(Database database, Heading heading, Instant now, Trail trail) {
        long framework = database.lookAndWrite(handle -> findOrMake(handle, heading));
        long edition = database.write(handle -> {
            handle.createQuery("select edition from framework where id = :id"
                            + database.dialect().lockForUpdate())
                    .bind("id", framework)
                    .mapTo(long.class)
                    .one();
            return insertEdition(handle, framework, heading, now);
        });
        FrameworkLoading loading = new FrameworkLoading(database, framework, edition, heading.name(), trail);
        loading.removeEarlier();
        return loading;
    }

    private static long findOrMake(Handle handle, Heading heading) {
        String key = FrameworkName.key(heading.name());
        Optional<Long> found = handle.createQuery(
                        "select id from framework where name_key = :key and language = :language")
                .bind("key", key)
                .bind("language", heading.language())
                .mapTo(long.class)
                .findOne();
        return found.orElseGet(() -> handle.createUpdate(
                        "insert into framework (name_key, language, edition) values (:key, :language, 0)")
                .bind("key", key)
                .bind("language", heading.language())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    private static long insertEdition(Handle handle, long framework, Heading heading, Instant now) {
        return handle.createUpdate("""
                        insert into framework_edition (framework, name, format, version, imported_at)
                        values (:framework, :name, :format, '', :now)""")
                .bind("framework", framework)
                .bind("name", heading.name())
                .bind("format", heading.format().word())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
    }

    @Override
    public void add(Collection<Item> items) {
        List<Placed> placed = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (Item item : items) {
            long place = next + placed.size();
            placed.add(new Placed(item, place));
            SearchWords.of(item).forEach((word, weight) -> words.add(new Word(word, place, weight)));
        }
        database.change(handle -> {
            checkNewest(handle, database.dialect().lockShared());
            insertItems(handle, placed);
            insertWords(handle, words);
        });
        next += placed.size();
    }

    private void insertItems(Handle handle, List<Placed> items) {
        Batches.write(
                handle,
                """
                insert into framework_item
                  (edition, place, code_key, code, name, description, url, type, level, broader, retired_at, content)
                values (:edition, :place, :key, :code, :name, :description, :url, :type, :level, :broader, :retired,
                  :content)""",
                items,
                (batch, one) -> batch.bind("edition", edition)
                        .bind("place", one.place())
                        .bind("key", Fingerprint.of(one.item().code()))
                        .bind("code", one.item().code())
                        .bind("name", one.item().name())
                        .bind("description", one.item().description())
                        .bind("url", one.item().url())
                        .bind("type", one.item().type())
                        .bind("level", one.item().level())
                        .bind("broader", one.item().broader())
                        .bind("retired", FrameworkEnds.of(one.item()))
                        .bind("content", Fingerprint.of(one.item().toString())));
    }

    private void insertWords(Handle handle, List<Word> words) {
        Batches.write(
                handle,
                "insert into framework_word (edition, word, place, weight) values (:edition, :word, :place, :weight)",
                words,
                (batch, word) -> batch.bind("edition", edition)
                        .bind("word", word.word())
                        .bind("place", word.place())
                        .bind("weight", word.weight()));
    }

    @Override
    public void broaden(Map<String, String> parents) {
        database.change(handle -> {
            checkNewest(handle, database.dialect().lockShared());
            Batches.write(
                    handle,
                    "update framework_item set broader = :parent where edition = :edition and code_key = :key",
                    parents.entrySet(),
                    (batch, one) -> batch.bind("parent", one.getValue())
                            .bind("edition", edition)
                            .bind("key", Fingerprint.of(one.getKey())));
        });
    }

    @Override
    public Changes finish(String version, Instant now, AlignedBadges badges) {
        FrameworkEcho echo = FrameworkEcho.of(database, badges, name);
        Changes changes = database.write(handle -> {
            long before = checkNewest(handle, database.dialect().lockForUpdate());
            Changes made = new FrameworkTurn(handle, before, edition, now).turn(framework, next);
            handle.createUpdate("""
                            update framework_edition set version = :version, imported_at = :now where id = :edition""")
                    .bind("version", version)
                    .bind("now", now)
                    .bind("edition", edition)
                    .execute();
            handle.execute("update framework set edition = ? where id = ?", edition, framework);
            echo.signAnew(handle, before, edition, now);
            trail.record(
                    handle,
                    Change.of("framework.imported", "framework", name)
                            .to("version", version)
                            .to("items", next));
            return made;
        });
        removeEarlier();
        return changes;
    }

    @Override
    public void drop() {
        FrameworkRemoval.of(database, edition);
    }

    /** The edition that holds; throws when a newer one than ours has been begun. */
    private long checkNewest(Handle handle, String lock) {
        long holds = handle.createQuery("select edition from framework where id = :id" + lock)
                .bind("id", framework)
                .mapTo(long.class)
                .one();
        long newest = handle.createQuery("select max(id) from framework_edition where framework = :framework")
                .bind("framework", framework)
                .mapTo(long.class)
                .one();
        if (newest != edition) {
            throw new Frameworks.Overtaken();
        }
        return holds;
    }

    private void removeEarlier() {
        List<Long> earlier = database.read(handle -> handle.createQuery("""
                        select e.id from framework_edition e join framework f on f.id = e.framework
                        where e.framework = :framework and e.id < :edition and e.id <> f.edition""")
                .bind("framework", framework)
                .bind("edition", edition)
                .mapTo(long.class)
                .list());
        earlier.forEach(old -> FrameworkRemoval.of(database, old));
    }
}
