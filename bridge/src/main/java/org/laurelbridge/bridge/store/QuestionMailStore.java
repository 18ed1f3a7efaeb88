package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.mail.Letter;
import org.laurelbridge.bridge.deliver.mail.MailBook.Reader;
import org.laurelbridge.bridge.deliver.mail.QuestionMails;
import org.laurelbridge.bridge.record.PersonId;

/** Mails about questions and about work that was sent back, in table question_mail. */
public final class QuestionMailStore implements QuestionMails {
    private static final String OF =
            " where question = :question and what = :what and reader = :reader and next_at = :seen";

    private final Database database;

    public QuestionMailStore(Database database) {
        this.database = database;
    }

    /** A question was asked: who teaches its learner is written to, where mail is sent at all. */
    static void asked(Handle handle, UUID question, UUID person, Instant now) {
        if (isSent(handle)) {
            Set<UUID> teachers = new MailRows(handle).teachers(person);
            teachers.forEach(teacher -> order(handle, new Row(question, Letter.ASKED, teacher, null, 0, now, now)));
        }
    }

    /** It was answered: its learner is written to. */
    static void answered(Handle handle, UUID question, UUID person, Instant now) {
        if (isSent(handle)) {
            order(handle, new Row(question, Letter.ANSWERED, person, null, 0, now, now));
        }
    }

    /** Work was sent back: its learner is written to, of the last time alone. */
    static void returned(Handle handle, UUID person, String badge, Instant now) {
        if (isSent(handle)) {
            forget(handle, List.of(person), badge);
            order(handle, new Row(UUID.randomUUID(), Letter.RETURNED, person, badge, 0, now, now));
        }
    }

    /** It was decided meanwhile. */
    static void forget(Handle handle, List<UUID> people, String badge) {
        handle.createUpdate("delete from question_mail where reader in (<people>) and what = :what and badge = :badge")
                .bindList("people", people)
                .bind("what", word(Letter.RETURNED))
                .bind("badge", badge)
                .execute();
    }

    private static boolean isSent(Handle handle) {
        return handle.createQuery("select count(*) from subscriber where lane = :lane and gone_at is null")
                        .bind("lane", Lane.MAIL.number())
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    private static void order(Handle handle, Row row) {
        handle.createUpdate("""
                        insert into question_mail (question, what, reader, badge, since, next_at, tries)
                        values (:question, :what, :reader, :badge, :since, :next, :tries)""")
                .bind("question", row.question())
                .bind("what", word(row.letter()))
                .bind("reader", row.reader())
                .bind("badge", row.badge())
                .bind("since", row.since())
                .bind("next", row.nextAt())
                .bind("tries", row.tries())
                .execute();
    }

    /** @param badge null for a question, which knows it */
    private record Row(
            UUID question,
            Letter letter,
            UUID reader,
            @Nullable String badge,
            int tries,
            Instant since,
            Instant nextAt) {}

    private static String word(Letter letter) {
        return letter.name().toLowerCase(Locale.ROOT);
    }

    private static Letter letter(String word) {
        return Letter.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public List<Waiting> take(Instant now, Duration lease, int limit) {
        List<Row> due = database.read(handle -> handle.createQuery(
                        "select * from question_mail where next_at <= :now order by next_at, question limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((rows, context) -> new Row(
                        Columns.uuid(rows.getBytes("question")),
                        letter(rows.getString("what")),
                        Columns.uuid(rows.getBytes("reader")),
                        rows.getString("badge"),
                        rows.getInt("tries"),
                        Columns.instant(rows.getLong("since")),
                        Columns.instant(rows.getLong("next_at"))))
                .list());
        Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return due.stream().flatMap(row -> taken(row, until).stream()).toList();
    }

    private Optional<Waiting> taken(Row row, Instant until) {
        return database.write(handle -> {
            boolean isOurs = bind(
                                    handle.createUpdate(
                                            "update question_mail set next_at = :until, tries = tries + 1" + OF),
                                    row.question(),
                                    row.letter(),
                                    row.reader(),
                                    row.nextAt())
                            .bind("until", until)
                            .execute()
                    == 1;
            return isOurs ? waiting(handle, row, until) : Optional.empty();
        });
    }

    private static Optional<Waiting> waiting(Handle handle, Row row, Instant until) {
        if (row.badge() != null) {
            return Optional.of(new Waiting(
                    row.question(),
                    row.letter(),
                    row.reader(),
                    row.badge(),
                    new PersonId(row.reader()),
                    null,
                    row.tries(),
                    row.since(),
                    until));
        }
        return handle.createQuery("""
                        select q.badge, p.id, p.name from question q left join merged_person m on m.merged = q.person
                        join person p on p.id = coalesce(m.root, q.person) where q.id = :question""")
                .bind("question", row.question())
                .map((rows, context) -> new Waiting(
                        row.question(),
                        row.letter(),
                        row.reader(),
                        rows.getString("badge"),
                        new PersonId(Columns.uuid(rows.getBytes("id"))),
                        rows.getString("name"),
                        row.tries(),
                        row.since(),
                        until))
                .findOne();
    }

    @Override
    public Optional<Reader> reader(Waiting waiting) {
        return database.read(handle -> {
            MailRows rows = new MailRows(handle);
            return waiting.letter() == Letter.ASKED ? rows.decider(waiting.reader()) : rows.learner(waiting.reader());
        });
    }

    @Override
    public void done(Waiting waiting) {
        database.change(handle -> bind(handle.createUpdate("delete from question_mail" + OF), waiting)
                .execute());
    }

    @Override
    public void again(Waiting waiting, Instant at) {
        database.change(handle -> bind(handle.createUpdate("update question_mail set next_at = :at" + OF), waiting)
                .bind("at", at)
                .execute());
    }

    private static Update bind(Update update, Waiting waiting) {
        return bind(update, waiting.question(), waiting.letter(), waiting.reader(), waiting.until());
    }

    private static Update bind(Update update, UUID question, Letter letter, UUID reader, Instant seen) {
        return update.bind("question", question)
                .bind("what", word(letter))
                .bind("reader", reader)
                .bind("seen", seen);
    }
}
