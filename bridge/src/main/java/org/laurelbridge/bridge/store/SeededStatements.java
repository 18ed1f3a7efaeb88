package org.laurelbridge.bridge.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.FactText;

/**
 * Statements that are mapped already, for benchmarks of what is read: straight into their tables, as taking them in and mapping them is
 * measured elsewhere. What has to be decided by them is decided as always.
 */
public final class SeededStatements {
    /** Intakes in one commit. */
    private static final int AT_ONCE = 20;

    private final Database database;

    /**
     * A statement with its one fact.
     *
     * @param raw as it would have been sent
     */
    public record Done(PersonId person, Fact fact, String raw) {}

    public SeededStatements(Database database) {
        this.database = database;
    }

    /** How many are taken at once best. */
    public static int most() {
        return AT_ONCE * StatementRows.INTAKE;
    }

    /**
     * Adds some.
     *
     * @param generation of the mapping in force
     * @param at when they came
     */
    public void add(List<Done> all, String source, long generation, Instant at) {
        database.change(handle -> {
            for (int from = 0; from < all.size(); from += StatementRows.INTAKE) {
                intake(
                        handle,
                        all.subList(from, Math.min(all.size(), from + StatementRows.INTAKE)),
                        source,
                        generation,
                        at);
            }
        });
    }

    private static void intake(Handle handle, List<Done> some, String source, long generation, Instant at) {
        long intake = handle.createUpdate("""
                        insert into intake (stored_at, statements, mapped_with, facts)
                        values (:at, :statements, :generation, :statements)""")
                .bind("at", at)
                .bind("statements", some.size())
                .bind("generation", generation)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        try (PreparedStatement statement = handle.getConnection()
                        .prepareStatement("insert into statement (seq, id, source, raw) values (?, ?, ?, ?)");
                PreparedStatement fact = handle.getConnection()
                        .prepareStatement(
                                "insert into fact (seq, activity, person, statement, body) values (?, ?, ?, ?, ?)")) {
            long seq = Intakes.firstSeq(intake);
            for (Done one : some) {
                byte[] id = Columns.bytes(one.fact().statement());
                statement.setLong(1, seq);
                statement.setBytes(2, id);
                statement.setString(3, source);
                statement.setString(4, one.raw());
                statement.addBatch();
                fact.setLong(1, seq++);
                fact.setString(2, one.fact().activity());
                fact.setBytes(3, Columns.bytes(one.person().value()));
                fact.setBytes(4, id);
                fact.setString(5, FactText.write(one.fact()));
                fact.addBatch();
            }
            statement.executeBatch();
            fact.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure("the statements were not inserted", failure);
        }
    }

    /** Has people decided about, each with some badges. */
    public void decide(Map<PersonId, Collection<String>> badges, Instant now) {
        List<PersonId> people = new ArrayList<>(badges.keySet());
        Batches.parts(people)
                .forEach(part -> database.change(handle -> new Evaluations(handle, database.dialect())
                        .add(
                                part.stream()
                                        .flatMap(person -> Objects.requireNonNull(badges.get(person)).stream()
                                                .map(badge -> touched(person.value(), badge)))
                                        .toList(),
                                now)));
    }

    private static Evaluations.Touched touched(UUID person, String badge) {
        return new Evaluations.Touched(person, badge);
    }
}
