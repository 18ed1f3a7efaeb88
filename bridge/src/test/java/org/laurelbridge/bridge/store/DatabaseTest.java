package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @OnEveryDatabase
    void write_thatFails_leavesNothing(Database database) {
        assertThatThrownBy(() -> database.change(handle -> {
                    addPerson(handle, UUID.randomUUID(), Instant.EPOCH);
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count(database)).isZero();
    }

    @OnEveryDatabase
    void values_writtenAndRead_areTheSame(Database database) {
        UUID id = UUID.randomUUID();
        Instant before1970 = Instant.parse("1969-12-31T23:59:59.999999Z");

        database.change(handle -> addPerson(handle, id, before1970));

        assertThat(one(database, "select id from person", UUID.class)).isEqualTo(id);
        assertThat(one(database, "select created from person", Instant.class)).isEqualTo(before1970);
    }

    @OnEveryDatabase
    void together_isOneTransaction_thatSeesWhatItWrote(Database database) {
        assertThatThrownBy(() -> database.together(() -> {
                    database.change(handle -> addPerson(handle, UUID.randomUUID(), Instant.EPOCH));
                    assertThat(count(database)).isEqualTo(1);
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count(database)).isZero();
    }

    @OnEveryDatabase
    void together_ofAPartThatFails_keepsTheRest(Database database) {
        database.together(() -> {
            database.change(handle -> addPerson(handle, UUID.randomUUID(), Instant.EPOCH));
            assertThatThrownBy(() -> database.change(handle -> {
                        addPerson(handle, UUID.randomUUID(), Instant.EPOCH);
                        throw new IllegalStateException("on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            return true;
        });
        assertThat(count(database)).isEqualTo(1);
    }

    @OnEveryDatabase
    void together_ofPartsWithinParts_isOneTransactionStill(Database database) {
        database.together(() -> {
            addOne(database);
            database.change(outer -> {
                addPerson(outer, UUID.randomUUID(), Instant.EPOCH);
                assertThatThrownBy(() -> database.together(() -> {
                            addOne(database);
                            throw new IllegalStateException("on purpose");
                        }))
                        .isInstanceOf(IllegalStateException.class);
                database.together(() -> addOne(database));
            });
            assertThat(count(database)).isEqualTo(3);
            return addOne(database);
        });
        assertThat(count(database)).isEqualTo(4);
    }

    @OnEveryDatabase
    void together_thatTheDatabaseUndid_cannotGoOn(Database database) {
        assertThatThrownBy(() -> database.together(() -> {
                    addOne(database);
                    assertThatThrownBy(() -> database.change(handle -> {
                                handle.execute("rollback"); // as after a deadlock
                                throw new IllegalStateException("on purpose");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return addOne(database);
                }))
                .hasMessage("on purpose");
        assertThat(count(database)).isZero();
        addOne(database);
        assertThat(count(database)).isEqualTo(1);
    }

    @OnEveryDatabase
    void together_thatLooksAgain_seesWhoWasQuicker(Database database) {
        UUID id = UUID.randomUUID();
        List<Boolean> looks = new ArrayList<>();
        boolean overtaken = database.dialect() instanceof MySqlDialect;
        database.together(() -> {
            count(database);
            return database.lookAndWrite(handle -> {
                boolean isThere = handle.createQuery("select count(*) from person where id = :id")
                                .bind("id", id)
                                .mapTo(int.class)
                                .one()
                        > 0;
                looks.add(isThere);
                if (!isThere) {
                    if (overtaken && looks.size() == 1) {
                        quicker(database, id);
                    }
                    addPerson(handle, id, Instant.EPOCH);
                }
                return true;
            });
        });
        assertThat(looks).isEqualTo(overtaken ? List.of(false, true) : List.of(false));
        assertThat(count(database)).isEqualTo(1);
    }

    /** Another thread, in a transaction of its own. */
    private static void quicker(Database database, UUID id) {
        Thread other = new Thread(() -> database.change(handle -> addPerson(handle, id, Instant.EPOCH)));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean addOne(Database database) {
        database.change(handle -> addPerson(handle, UUID.randomUUID(), Instant.EPOCH));
        return true;
    }

    @OnEveryDatabase
    void write_fromEightThreads_countsAll(Database database) {
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> database.change(handle -> {
                    handle.execute("update latch set turns = turns + 1 where name = 'people'");
                    addPerson(handle, UUID.randomUUID(), Instant.EPOCH);
                }));

        assertThat(count(database)).isEqualTo(200);
        assertThat(one(database, "select turns from latch where name = 'people'", Integer.class))
                .isEqualTo(200);
    }

    @OnEveryDatabase
    void orLeave_andOrChange_decideByTheKey(Database database) {
        Dialect dialect = database.dialect();
        String insert = "insert into latch (name, turns) values ('a', ?)";

        database.change(handle -> handle.execute(insert, 5));
        database.change(handle -> handle.execute(insert + dialect.orLeave("name"), 6));
        int left = turns(database);
        database.change(handle -> handle.execute(insert + dialect.orChange("name", "turns = turns + new.turns"), 7));

        assertThat(left).isEqualTo(5);
        assertThat(turns(database)).isEqualTo(12);
    }

    @OnEveryDatabase
    void write_ofAKeyThatIsThere_isToldAsDuplicate(Database database) {
        UUID id = UUID.randomUUID();
        AtomicInteger runs = new AtomicInteger();
        database.change(handle -> addPerson(handle, id, Instant.EPOCH));

        assertThatThrownBy(() -> database.change(handle -> {
                    runs.incrementAndGet();
                    addPerson(handle, id, Instant.EPOCH);
                }))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class,
                        failure -> assertThat(database.isDuplicate(failure)).isTrue());
        assertThat(runs).hasValue(1);
    }

    @OnEveryDatabase
    void open_again_keepsWhatIsThere(TestDatabase database) {
        database.database().change(handle -> addPerson(handle, UUID.randomUUID(), Instant.EPOCH));
        database.database().close();

        assertThat(count(database.open())).isEqualTo(1);
    }

    /** As a file is that was kept before removed rows were overwritten. */
    @Test
    void wipe_ofAFileThatHoldsRemovedRows_writesItAnew() throws Exception {
        String secret = "ada.lovelace@analytical.example";
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        try (TestDatabase given = TestDatabase.sqlite()) {
            Database database = given.database();
            addOne(database);
            try (Connection other = DriverManager.getConnection(given.url());
                    Statement statement = other.createStatement()) {
                statement.execute("pragma secure_delete = 0");
                statement.execute("create table before (text varchar(100))");
                statement.execute("insert into before values ('" + secret + "'), ('another')");
                statement.execute("delete from before where text = '" + secret + "'");
            }
            Path file = Path.of(given.url().substring("jdbc:sqlite:".length()));
            assertThat(database.wipe(List.of())).isTrue();
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(secret);

            assertThat(database.wipe(List.of(bytes))).isTrue();

            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void open_sqlite_makesFilesForTheOwnerAlone() throws Exception {
        try (TestDatabase database = TestDatabase.sqlite()) {
            Path file = Path.of(database.url().substring("jdbc:sqlite:".length()));
            Files.delete(file);
            database.database().change(handle -> addPerson(handle, UUID.randomUUID(), Instant.EPOCH));

            try (var files = Files.list(file.resolveSibling("."))) {
                assertThat(files.toList())
                        .hasSize(3)
                        .allSatisfy(made -> assertThat(Files.getPosixFilePermissions(made))
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    @Test
    void open_withTheUrlOfAnotherDriver_saysWhichToUse() {
        assertThatThrownBy(() -> Database.open("jdbc:mariadb://db/laurel", "laurel", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use jdbc:mysql:");
        assertThatThrownBy(() -> Database.open("jdbc:h2:mem:", null, null))
                .hasMessageContaining("expected jdbc:sqlite:FILE");
        assertThatThrownBy(() -> Database.open("jdbc:sqlite::memory:", null, null))
                .hasMessageContaining("the path of a file");
    }

    private static void addPerson(Handle handle, UUID id, Instant created) {
        handle.createUpdate("insert into person (id, name, created) values (:id, :name, :created)")
                .bind("id", id)
                .bind("name", "Ada 🏅")
                .bind("created", created)
                .execute();
    }

    private static int count(Database database) {
        return one(database, "select count(*) from person", Integer.class);
    }

    private static int turns(Database database) {
        return one(database, "select turns from latch where name = 'a'", Integer.class);
    }

    private static <T> T one(Database database, String sql, Class<T> type) {
        return database.read(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
