package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.subject.Erasure;
import org.laurelbridge.bridge.subject.Erasure.Step;
import org.laurelbridge.bridge.subject.Erasures;
import org.laurelbridge.bridge.subject.Report;
import org.laurelbridge.bridge.subject.Subject;
import org.laurelbridge.mapping.Identifier;

/** Erasures in table erasure. Of whom one is, is sealed there until all is over that may have been under way. */
public final class ErasureStore implements Erasures {
    /** By then nothing is under way any more that began before: longer than any claim or lease. */
    private static final Duration SETTLES = Duration.ofMinutes(10);

    private static final String SELECT = """
            select e.id, e.asked_at, e.step, e.place, e.subject, e.report, e.done_at,
              (select coalesce(max(seq), 0) from statement) as last from erasure e\s""";

    private final Database database;
    private final SecretBox box;
    private final ErasedMarks marks;
    private final Trail trail;

    private record Row(
            Erasure erasure, long place, @Nullable String sealed) {}

    /** The step that is to be done, at which place, and the texts that were found for it. */
    private record Looked(Step step, long place, List<String> texts) {
        /** Texts are those of one place; all else goes on from wherever it is. */
        boolean isStill(Row row) {
            return row.erasure().next() == step && (step != Step.TEXTS || row.place() == place);
        }
    }

    /** @param erasing 32 bytes: the secret of the marks of who was erased */
    public ErasureStore(Database database, SecretBox box, byte[] erasing) {
        this(database, box, new ErasedMarks(erasing), Trail.OWN);
    }

    private ErasureStore(Database database, SecretBox box, ErasedMarks marks, Trail trail) {
        this.database = database;
        this.box = box;
        this.marks = marks;
        this.trail = trail;
    }

    @Override
    public Erasures by(Doer doer) {
        return new ErasureStore(database, box, marks, Trail.by(doer));
    }

    @Override
    public Optional<Erasure> begin(PersonId person, Function<String, Set<String>> homePages, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopParking();
            handle.execute("update latch set turns = turns + 1 where name = 'erasing'");
            if (!new PeopleRows(handle).isThere(person)) {
                return Optional.empty();
            }
            Subject subject = new Subjects(handle).of(person.value(), homePages);
            Optional<Erasure> before = underWay(handle, subject);
            if (before.isPresent()) {
                return before;
            }
            marks.add(handle, database.dialect(), subject.people(), subject.forms());
            lockOut(handle, subject);
            UUID erasure = insert(handle, subject, now);
            trail.record(handle, Change.of("person.erased", "erasure", erasure));
            return find(handle, erasure).map(Row::erasure);
        });
    }

    @Override
    public void refuse(PersonId person) {
        UUID id = person.value();
        database.change(handle -> trail.record(
                handle, Change.of("person.erasure-refused", "person", id).about(id)));
    }

    private Optional<Erasure> underWay(Handle handle, Subject subject) {
        return handle.createQuery(SELECT + "where e.subject is not null").map((rows, context) -> row(rows)).stream()
                .filter(row -> open(row).people().equals(subject.people()))
                .map(Row::erasure)
                .findFirst();
    }

    private static void lockOut(Handle handle, Subject subject) {
        handle.createUpdate("update account set disabled = 1 where learner in (<people>)")
                .bindList("people", subject.people())
                .execute();
        handle.createUpdate("""
                        delete from browser_session where holder_kind = 'account'
                        and holder in (select id from account where learner in (<people>))""").bindList("people", subject.people()).execute();
    }

    private UUID insert(Handle handle, Subject subject, Instant now) {
        UUID id = UUID.randomUUID();
        handle.createUpdate("""
                        insert into erasure (id, asked_at, step, place, subject, report)
                        values (:id, :now, :step, 0, :subject, :report)""")
                .bind("id", id)
                .bind("now", now)
                .bind("step", Step.STATEMENTS.word())
                .bind("subject", box.seal(name(id), subject.written().getBytes(StandardCharsets.UTF_8)))
                .bind("report", Report.empty().written())
                .execute();
        return id;
    }

    private static String name(UUID erasure) {
        return "erasure|" + erasure;
    }

    private Subject open(Row row) {
        String sealed = Objects.requireNonNull(row.sealed());
        return Subject.read(new String(box.open(name(row.erasure().id()), sealed), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Erasure> goOn(UUID erasure, Instant now) {
        Optional<Row> found = database.read(handle -> find(handle, erasure));
        Step next = found.map(row -> row.erasure().next()).orElse(Step.DONE);
        if (next == Step.FILES && !database.wipe(bytes(open(found.get())))) {
            return found.map(Row::erasure);
        }
        if (next == Step.DONE) {
            return found.map(Row::erasure);
        }
        Looked looked = new Looked(next, found.get().place(), next == Step.TEXTS ? texts(found.get()) : List.of());
        return database.write(handle -> goOn(handle, erasure, looked, now)).map(Row::erasure);
    }

    /** Whole columns are looked through: nobody who writes waits for that. */
    private List<String> texts(Row row) {
        List<String> words = open(row).texts();
        return database.read(handle -> ErasingTexts.find(handle, row.place(), words));
    }

    private static List<byte[]> bytes(Subject subject) {
        return Stream.concat(
                        subject.texts().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        subject.people().stream().map(Columns::bytes))
                .toList();
    }

    private Optional<Row> goOn(Handle handle, UUID erasure, Looked seen, Instant now) {
        // first the people: as who joins or maps them waits in this order
        if (seen.step() == Step.PERSON || seen.step() == Step.SETTLING) {
            new PeopleRows(handle).stopParking();
        }
        handle.createQuery("select step from erasure where id = :id"
                        + database.dialect().lockForUpdate())
                .bind("id", erasure)
                .mapTo(String.class)
                .findOne();
        Optional<Row> row = find(handle, erasure);
        if (row.isPresent() && seen.isStill(row.get()) && isTime(row.get(), now)) {
            ErasingSteps steps = new ErasingSteps(
                    handle, database.dialect(), open(row.get()), row.get().erasure(), seen.texts());
            write(handle, erasure, steps.go(seen.step(), row.get().place()), now);
        }
        return find(handle, erasure);
    }

    private static boolean isTime(Row row, Instant now) {
        Instant done = row.erasure().doneAt();
        return row.erasure().next() != Step.SETTLING || (done != null && !now.isBefore(done.plus(SETTLES)));
    }

    private static void write(Handle handle, UUID erasure, ErasingSteps.Came came, Instant now) {
        handle.createUpdate("update erasure set step = :step, place = :place, report = :report"
                        + (came.next() == Step.SETTLING ? ", done_at = :now" : "")
                        + (came.next() == Step.DONE ? ", subject = null" : "") + " where id = :id")
                .bind("step", came.next().word())
                .bind("place", came.place())
                .bind("report", came.report().written())
                .bind("id", erasure)
                .bindMap(came.next() == Step.SETTLING ? Map.of("now", Columns.micros(now)) : Map.of())
                .execute();
    }

    @Override
    public Optional<Erasure> find(UUID erasure) {
        return database.read(handle -> find(handle, erasure)).map(Row::erasure);
    }

    private static Optional<Row> find(Handle handle, UUID erasure) {
        return handle.createQuery(SELECT + "where e.id = :id")
                .bind("id", erasure)
                .map((rows, context) -> row(rows))
                .findOne();
    }

    @Override
    public List<Erasure> list(int limit) {
        return database.read(handle -> handle.createQuery(SELECT + "order by e.asked_at desc, e.id limit :limit")
                .bind("limit", limit)
                .map((rows, context) -> row(rows).erasure())
                .list());
    }

    @Override
    public Optional<Report> foresee(PersonId person) {
        return database.read(handle -> new PeopleRows(handle).isThere(person)
                ? Optional.of(new Subjects(handle).foresee(person.value()))
                : Optional.empty());
    }

    @Override
    public boolean isErased(List<Identifier> identifiers) {
        List<Identifier> forms = Identities.withDerived(identifiers).stream()
                .flatMap(one -> Subjects.forms(one, kind -> Set.of()))
                .toList();
        return database.read(handle ->
                !marks.identities(handle, forms).isEmpty() && !ErasedMarks.isSomebodys(handle, identifiers.get(0)));
    }

    @Override
    public List<UUID> listOpen(Instant now) {
        return database.read(handle -> handle
                .createQuery(SELECT + "where e.subject is not null order by e.asked_at")
                .map((rows, context) -> row(rows))
                .stream()
                .filter(row -> isTime(row, now))
                .map(row -> row.erasure().id())
                .toList());
    }

    private static Row row(ResultSet rows) throws SQLException {
        Step step = Step.of(rows.getString("step"));
        long place = rows.getLong("place");
        long last = Math.max(1, rows.getLong("last"));
        int percent = step == Step.STATEMENTS
                ? (int) Math.min(80, 80 * place / last)
                : Math.min(100, 80 + 3 * List.of(Step.values()).indexOf(step));
        Erasure erasure = new Erasure(
                Columns.uuid(rows.getBytes("id")),
                Columns.instant(rows.getLong("asked_at")),
                step,
                percent,
                Report.read(rows.getString("report")),
                Columns.instantOrNull(rows, "done_at"));
        return new Row(erasure, place, rows.getString("subject"));
    }
}
