package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/**
 * The history that benchmarks decide over, and the limit that they are held against: a plain sequential scan of the same table.
 * Facts go straight into their table; of their statements only the voided ones are there.
 */
public final class SeededHistory {
    private static final int AT_ONCE = 20_000;
    private static final int VOIDED = 100;

    private final Database database;

    /** What a learner did, one fact after the other. */
    public interface Facts {
        /** The fact at a place, of a learner (both from 0). */
        Fact of(int learner, int place, UUID statement);
    }

    public SeededHistory(Database database) {
        this.database = database;
    }

    /**
     * Adds learners and their facts as they come in real life: everybody's first, then everybody's second, and so on. Of a
     * hundred of everybody's one is voided.
     *
     * @param told how many facts are there, now and then
     */
    public void add(int learners, int each, Facts facts, LongConsumer told) {
        List<UUID> people =
                IntStream.range(0, learners).mapToObj(i -> UUID.randomUUID()).toList();
        database.change(handle -> Batches.write(
                handle,
                "insert into person (id, name, created) values (:id, null, 0)",
                people,
                (batch, person) -> batch.bind("id", person)));
        int all = learners * each;
        for (int from = 0; from < all; from += AT_ONCE) {
            List<Row> rows = IntStream.range(from, Math.min(all, from + AT_ONCE))
                    .mapToObj(i -> new Row(
                            i,
                            people.get(i % learners),
                            facts.of(i % learners, i / learners, UUID.randomUUID()),
                            (i % learners + i / learners) % VOIDED == 0))
                    .toList();
            database.change(handle -> add(handle, rows));
            told.accept(from + rows.size());
        }
    }

    private record Row(long seq, UUID person, Fact fact, boolean isVoided) {}

    private static void add(Handle handle, List<Row> rows) {
        Batches.write(
                handle,
                """
                insert into fact (seq, activity, person, statement, body)
                values (:seq, :activity, :person, :statement, :body)""",
                rows,
                (batch, row) -> batch.bind("seq", row.seq())
                        .bind("activity", row.fact().activity())
                        .bind("person", row.person())
                        .bind("statement", row.fact().statement())
                        .bind("body", FactText.write(row.fact())));
        List<Row> voided = rows.stream().filter(Row::isVoided).toList();
        Batches.write(
                handle,
                "insert into statement (seq, id, source, raw) values (:seq, :id, 'bench', '{}')",
                voided,
                (batch, row) ->
                        batch.bind("seq", row.seq()).bind("id", row.fact().statement()));
        Batches.write(
                handle,
                "insert into voiding (target, voider, source, reach) values (:target, :voider, 'bench', 'anything')",
                voided,
                (batch, row) -> batch.bind("target", row.fact().statement()).bind("voider", UUID.randomUUID()));
    }

    /**
     * Reads the table of facts from its beginning to its end, every byte, as plainly as JDBC can.
     *
     * @return how many facts there are
     */
    public long scan() {
        return database.read(handle -> {
            try (var select = handle.getConnection()
                            .prepareStatement("select seq, activity, person, statement, body from fact");
                    ResultSet rows = select.executeQuery()) {
                long facts = 0;
                while (rows.next()) {
                    rows.getLong(1);
                    rows.getString(2);
                    rows.getBytes(3);
                    rows.getBytes(4);
                    rows.getString(5);
                    facts++;
                }
                return facts;
            } catch (SQLException failure) {
                throw new DatabaseFailure("the facts cannot be read", failure);
            }
        });
    }
}
