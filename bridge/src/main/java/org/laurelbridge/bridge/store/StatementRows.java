package org.laurelbridge.bridge.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Writes the rows of one commit. */
final class StatementRows {

    /** Statements in an intake: as many as are mapped at a time. */
    static final int INTAKE = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;
    private final Dialect dialect;

    /** A new statement and who brought it. */
    record Row(Candidate candidate, String source) {}

    StatementRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** An intake of new statements; returns its id. */
    long addIntake(long storedAt, List<Row> statements) {
        long intake = handle.createUpdate("insert into intake (stored_at, statements) values (:storedAt, :statements)")
                .bind("storedAt", storedAt)
                .bind("statements", statements.size())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        addStatements(Intakes.firstSeq(intake), statements);
        return intake;
    }

    void moveIntake(long intake, long storedAt) {
        handle.execute("update intake set stored_at = ? where id = ?", storedAt, intake);
    }

    // plain JDBC: this is where nearly all the time goes
    private void addStatements(long firstSeq, List<Row> statements) {
        String sql = "insert into statement (seq, id, source, diagnostics, raw) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            long seq = firstSeq;
            for (Row row : statements) {
                insert.setLong(1, seq++);
                insert.setBytes(2, Columns.bytes(row.candidate().id()));
                insert.setString(3, row.source());
                insert.setString(4, diagnostics(row.candidate()));
                insert.setString(5, row.candidate().raw());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure("the statements were not inserted", failure);
        }
    }

    void addVoids(String source, List<Decided.Voiding> voids) {
        String sql = "insert into voiding (target, voider, source, reach) values (:target, :voider, :source, :reach)";
        Batches.write(
                handle,
                sql + dialect.orLeave("source"),
                voids,
                (batch, one) -> batch.bind("target", one.target())
                        .bind("voider", one.voider())
                        .bind("source", source)
                        .bind("reach", Voids.word(one.reach())));
    }

    void addWitnesses(String source, List<Decided.Witness> witnesses) {
        String sql = "insert into statement_also_from (statement, source) values (:statement, :source)";
        Batches.write(
                handle,
                sql + dialect.orLeave("source"),
                witnesses,
                (batch, witness) -> batch.bind("statement", witness.statement()).bind("source", source));
    }

    void addCopies(String source, List<Decided.Copy> copies) {
        String sql = """
                insert into statement_copy (statement, fingerprint, source, raw)
                values (:statement, :fingerprint, :source, :raw)""";
        Batches.write(
                handle,
                sql + dialect.orLeave("source"),
                copies,
                (batch, copy) -> batch.bind("statement", copy.statement())
                        .bind("fingerprint", Fingerprint.of(copy.raw()))
                        .bind("source", source)
                        .bind("raw", copy.raw()));
    }

    void addTroubles(String source, List<Decided.Trouble> troubles, Instant now) {
        quarantine(
                troubles, (batch, trouble) -> bind(batch, Fingerprint.of(source, trouble.raw()), source, trouble, now));
    }

    /** Voiding statements that void nothing, each once, whoever brought it. */
    void addIdleVoids(List<Voids.Idle> voids, Instant now) {
        quarantine(voids, (batch, idle) -> bind(batch, idle.fingerprint(), idle.source(), idle.trouble(), now));
    }

    private <T> void quarantine(List<T> rows, BiConsumer<PreparedBatch, T> bind) {
        String sql = """
                insert into quarantine (fingerprint, source, received_at, statement, why, raw)
                values (:fingerprint, :source, :now, :statement, :why, :raw)""";
        Batches.write(handle, sql + dialect.orLeave("source"), rows, bind);
    }

    private static void bind(
            PreparedBatch batch, byte[] fingerprint, String source, Decided.Trouble trouble, Instant now) {
        batch.bind("fingerprint", fingerprint)
                .bind("source", source)
                .bind("now", now)
                .bindByType("statement", trouble.statement(), UUID.class)
                .bind("why", json(trouble.problems()))
                .bind("raw", trouble.raw());
    }

    private static @Nullable String diagnostics(Candidate candidate) {
        return candidate.diagnostics().isEmpty() ? null : json(candidate.diagnostics());
    }

    private static String json(List<Problem> problems) {
        ArrayNode array = JSON.createArrayNode();
        for (Problem problem : problems) {
            array.addObject()
                    .put("place", problem.place())
                    .put("found", problem.found())
                    .put("expected", problem.expected())
                    .put("clause", problem.clause());
        }
        return array.toString();
    }
}
