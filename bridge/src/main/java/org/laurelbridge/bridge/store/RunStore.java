package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.Kind;
import org.laurelbridge.bridge.run.Run.State;
import org.laurelbridge.bridge.run.Runs;

/** Tables background_run and run_person. */
public final class RunStore implements Runs {
    private final Database database;

    public RunStore(Database database) {
        this.database = database;
    }

    @Override
    public void begin(UUID id, Asked asked, Instant now, Instant forgotten) {
        database.change(handle -> {
            forget(handle, forgotten);
            Course course = asked.course();
            handle.createUpdate("""
                            insert into background_run
                              (id, account, site, course, badge, kind, document, state, done, whole, begun, seen)
                            values (:id, :account, :site, :course, :badge, :kind, :document, 'waiting', 0, 0, :now, :now)""")
                    .bind("id", id)
                    .bind("account", asked.account())
                    .bind("site", course == null ? null : course.system())
                    .bind("course", course == null ? null : course.id())
                    .bind("badge", asked.badge())
                    .bind("kind", asked.kind().word())
                    .bind("document", asked.document())
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public void forget(Instant before) {
        database.change(handle -> forget(handle, before));
    }

    private static void forget(Handle handle, Instant forgotten) {
        int gone = handle.execute("delete from background_run where begun < ?", forgotten);
        if (gone > 0) {
            handle.execute("delete from run_person where run not in (select id from background_run)");
        }
    }

    @Override
    public void alive(Collection<UUID> ids, Instant now) {
        for (List<UUID> some : Batches.parts(List.copyOf(ids))) {
            database.change(handle -> handle.createUpdate("""
                            update background_run set seen = :now
                            where id in (<ids>) and state in ('waiting', 'running') and seen < :now""")
                    .bind("now", now)
                    .bindList("ids", some)
                    .execute());
        }
    }

    @Override
    public void tell(UUID id, int done, int whole, Instant now) {
        database.change(handle -> handle.createUpdate("""
                        update background_run set state = 'running', done = :done, whole = :whole, seen = :now
                        where id = :id and state in ('waiting', 'running')""")
                .bind("done", done)
                .bind("whole", whole)
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    @Override
    public void end(UUID id, State state, @Nullable String outcome, List<Found> found, Instant now) {
        database.change(handle -> {
            boolean isOurs = handle.createUpdate("""
                                    update background_run set state = :state, outcome = :outcome, seen = :now
                                    where id = :id and state in ('waiting', 'running')""")
                            .bind("state", state.word())
                            .bind("outcome", outcome)
                            .bind("now", now)
                            .bind("id", id)
                            .execute()
                    == 1;
            if (isOurs) {
                Batches.write(
                        handle,
                        "insert into run_person (run, list, person, at, words) values (:run, :list, :person, :at, :words)",
                        found,
                        (batch, one) -> batch.bind("run", id)
                                .bind("list", one.list().word())
                                .bind("person", one.person().value())
                                .bind("at", one.at())
                                .bind("words", one.words()));
            }
        });
    }

    @Override
    public Optional<Run> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from background_run where id = :id")
                .bind("id", id)
                .map((rows, context) -> run(rows))
                .findOne());
    }

    @Override
    public boolean isUnderWay(Kind kind, String document, Instant now) {
        return database
                .read(handle -> handle.createQuery("""
                        select * from background_run
                        where kind = :kind and document = :document and state in ('waiting', 'running')""")
                        .bind("kind", kind.word())
                        .bind("document", document)
                        .map((rows, context) -> run(rows))
                        .list())
                .stream()
                .anyMatch(run -> run.stateAt(now) == run.state());
    }

    private static Run run(ResultSet rows) throws SQLException {
        String course = rows.getString("course");
        return new Run(
                Columns.uuid(rows.getBytes("id")),
                new Asked(
                        Columns.uuid(rows.getBytes("account")),
                        course == null ? null : new Course(rows.getString("site"), course),
                        rows.getString("badge"),
                        Kind.of(rows.getString("kind")),
                        rows.getString("document")),
                State.of(rows.getString("state")),
                rows.getInt("done"),
                rows.getInt("whole"),
                rows.getString("outcome"),
                Columns.instant(rows.getLong("begun")),
                Columns.instant(rows.getLong("seen")));
    }

    @Override
    public List<Named> people(UUID id, Listed list, int skipped, int limit) {
        return database.read(handle -> handle.createQuery(
                        """
                        select p.id, p.name, r.at, r.words from run_person r
                        left join merged_person m on m.merged = r.person
                        join person p on p.id = coalesce(m.root, r.person)
                        where r.run = :run and r.list = :list
                        order by case when p.name is null then 1 else 0 end, %s, p.id
                        limit :limit offset :skipped""".formatted(database.dialect().small("p.name")))
                .bind("run", id)
                .bind("list", list.word())
                .bind("limit", limit)
                .bind("skipped", skipped)
                .map((rows, context) -> new Named(
                        new PersonId(Columns.uuid(rows.getBytes("id"))),
                        rows.getString("name"),
                        Columns.instantOrNull(rows, "at"),
                        rows.getString("words")))
                .list());
    }
}
