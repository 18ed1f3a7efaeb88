package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Truth;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Questions in table question. Who is merged keeps those that they asked. */
public final class QuestionStore implements Questions {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;
    private static final String SELECT = """
            select id, coalesce(m.root, q.person) as person, badge, asked_at, note, tree, answer, answered_at
            from question q left join merged_person m on m.merged = q.person\s""";
    private static final Comparator<Question> ORDER =
            Comparator.comparing(Question::askedAt).thenComparing(Question::id);

    private final Database database;
    private final Trail trail;

    public QuestionStore(Database database) {
        this(database, Trail.OWN);
    }

    private QuestionStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Questions by(Doer doer) {
        return new QuestionStore(database, Trail.by(doer));
    }

    @Override
    public boolean ask(PersonId person, String badge, String note, List<Line> tree, Instant now) {
        try {
            return database.write(handle -> {
                List<UUID> people = new MergedPeople(handle).group(person.value());
                // of whoever is being erased nothing is written any more
                boolean isAsked = ErasedMarks.people(handle, people).isEmpty() && !waits(handle, people, badge);
                if (isAsked) {
                    UUID id = UUID.randomUUID();
                    insert(handle, new Question(id, person, badge, now, tree, note, null, null));
                    QuestionMailStore.asked(handle, id, person.value(), now);
                    trail.record(
                            handle,
                            Change.of("question.asked", "question", id)
                                    .about(person.value())
                                    .to("badge", badge));
                }
                return isAsked;
            });
        } catch (RuntimeException failure) {
            if (database.isDuplicate(failure)) {
                return false; // asked twice at once
            }
            throw failure;
        }
    }

    private static boolean waits(Handle handle, List<UUID> people, String badge) {
        return handle.createQuery("select 1 from question where person in (<people>) and badge = :badge and waits = 1")
                .bindList("people", people)
                .bind("badge", badge)
                .mapTo(int.class)
                .findFirst()
                .isPresent();
    }

    private static void insert(Handle handle, Question question) {
        handle.createUpdate("""
                        insert into question (id, person, badge, asked_at, note, tree, waits)
                        values (:id, :person, :badge, :now, :note, :tree, 1)""")
                .bind("id", question.id())
                .bind("person", question.person().value())
                .bind("badge", question.badge())
                .bind("now", question.askedAt())
                .bind("note", question.note())
                .bind("tree", json(question.tree()))
                .execute();
    }

    @Override
    public boolean answer(UUID question, String answer, Instant now) {
        return database.write(handle -> {
            boolean isAnswered = handle.createUpdate("""
                                    update question set answer = :answer, answered_at = :now, waits = null
                                    where id = :id and waits = 1""")
                            .bind("answer", answer)
                            .bind("now", now)
                            .bind("id", question)
                            .execute()
                    == 1;
            if (isAnswered) {
                Question answered = one(handle, question).orElseThrow();
                QuestionMailStore.answered(handle, question, answered.person().value(), now);
                trail.record(
                        handle,
                        Change.of("question.answered", "question", question)
                                .about(answered.person().value())
                                .to("badge", answered.badge()));
            }
            return isAnswered;
        });
    }

    @Override
    public Optional<Question> find(UUID question) {
        return database.read(handle -> one(handle, question));
    }

    private static Optional<Question> one(Handle handle, UUID question) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", question)
                .map((rows, context) -> question(rows))
                .findOne();
    }

    @Override
    public Optional<Question> newest(PersonId person, String badge) {
        return database.read(handle -> handle.createQuery(
                        SELECT + "where q.person in (<people>) and badge = :badge order by asked_at desc, id limit 1")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .bind("badge", badge)
                .map((rows, context) -> question(rows))
                .findOne());
    }

    @Override
    public List<Question> list(Collection<PersonId> people, int answered) {
        List<UUID> all = people.stream().map(PersonId::value).distinct().toList();
        List<Question> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            found.addAll(database.read(handle -> of(handle, some, answered)));
        }
        return Stream.concat(
                        found.stream().filter(Question::waits).sorted(ORDER),
                        found.stream()
                                .filter(question -> !question.waits())
                                .sorted(ORDER.reversed())
                                .limit(answered))
                .toList();
    }

    private static List<Question> of(Handle handle, List<UUID> people, int answered) {
        List<UUID> each = new MergedPeople(handle)
                .groups(people).values().stream().flatMap(List::stream).toList();
        List<Question> found = new ArrayList<>(handle.createQuery(SELECT + "where q.person in (<people>) and waits = 1")
                .bindList("people", each)
                .map((rows, context) -> question(rows))
                .list());
        found.addAll(handle.createQuery(SELECT
                        + "where q.person in (<people>) and waits is null order by asked_at desc, id desc limit :most")
                .bindList("people", each)
                .bind("most", answered)
                .map((rows, context) -> question(rows))
                .list());
        return found;
    }

    private static Question question(ResultSet rows) throws SQLException {
        return new Question(
                Columns.uuid(rows.getBytes("id")),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                rows.getString("badge"),
                Columns.instant(rows.getLong("asked_at")),
                lines(rows.getString("tree")),
                rows.getString("note"),
                rows.getString("answer"),
                Columns.instantOrNull(rows, "answered_at"));
    }

    private static String json(List<Line> tree) {
        ArrayNode lines = JSON.createArrayNode();
        tree.forEach(line -> lines.addObject()
                .put("depth", line.depth())
                .put("truth", line.truth().name())
                .put("text", line.text()));
        return lines.toString();
    }

    private static List<Line> lines(String tree) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : JSON.readTree(tree)) {
            lines.add(new Line(
                    line.path("depth").asInt(),
                    Truth.valueOf(line.path("truth").asString()),
                    line.path("text").asString()));
        }
        return lines;
    }
}
