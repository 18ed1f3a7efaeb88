package org.laurelbridge.bridge.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The pools of a database whose schema is up to date.
 *
 * @param reader connections that only read; with MySQL the same pool as the writer
 * @param writer connections that may write; with SQLite there is one
 */
record Connections(Dialect dialect, HikariDataSource reader, HikariDataSource writer) implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:org/laurelbridge/bridge/store/migrations";
    private static final int SQLITE_READERS = 4;
    /** Bytes of the file that are read without a system call for each page: of a long history every page is read again and again. */
    private static final String SQLITE_MAPPED = "2147418112";

    private static final int MYSQL_CONNECTIONS = 16;
    /** A quiet node keeps so many; the others come when they are asked for. */
    private static final int MYSQL_RESTING = 4;

    static Connections open(String url, @Nullable String user, @Nullable String password, Duration patience) {
        if (url.startsWith(SqliteFile.PREFIX)) {
            return sqlite(url, patience);
        }
        if (url.startsWith("jdbc:mysql:")) {
            return mySql(url, user, password, patience);
        }
        throw new IllegalArgumentException(
                url.startsWith("jdbc:mariadb:")
                        ? "database.url begins with \"jdbc:mariadb:\": use jdbc:mysql: (the driver speaks to MariaDB as well)"
                        : "database.url begins with \"" + url.replaceFirst("^([^:]*:?[^:]*:?).*$", "$1")
                                + "\", expected jdbc:sqlite:FILE or jdbc:mysql://HOST/NAME");
    }

    private static Connections sqlite(String url, Duration patience) {
        SqliteFile.of(url).make();
        migrate(new SqliteDialect(), url, null, null);
        HikariConfig write = pool("write", url, patience, 1);
        // what is removed is gone: people can be erased
        write.setConnectionInitSql("pragma secure_delete = 1");
        HikariConfig read = pool("read", url, patience, SQLITE_READERS);
        read.setConnectionInitSql("pragma query_only = 1");
        read.addDataSourceProperty("mmap_size", SQLITE_MAPPED);
        return opened(new SqliteDialect(), read, write);
    }

    /** The file of an embedded database; null of a server. */
    @Nullable
    Path file() {
        String url = writer.getJdbcUrl();
        return url.startsWith(SqliteFile.PREFIX) ? SqliteFile.of(url).path() : null;
    }

    private static Connections mySql(String url, @Nullable String user, @Nullable String password, Duration patience) {
        migrate(new MySqlDialect(), url, user, password);
        HikariConfig both = pool("database", url, patience, MYSQL_CONNECTIONS);
        both.setMinimumIdle(MYSQL_RESTING);
        both.setUsername(user);
        both.setPassword(password);
        both.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        both.setConnectionInitSql("set session innodb_lock_wait_timeout = " + Math.max(1, patience.toSeconds() / 2));
        HikariDataSource pool = pool(both);
        new AuditGuard(new MySqlDialect()).stand(pool);
        return new Connections(new MySqlDialect(), pool, pool);
    }

    private static Connections opened(Dialect dialect, HikariConfig read, HikariConfig write) {
        HikariDataSource writer = pool(write);
        try {
            new AuditGuard(dialect).stand(writer);
            return new Connections(dialect, pool(read), writer);
        } catch (RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private static HikariConfig pool(String name, String url, Duration patience, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("laurel-" + name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(Math.max(250, patience.toMillis()));
        properties(url, patience).forEach(config::addDataSourceProperty);
        return config;
    }

    private static Map<String, String> properties(String url, Duration patience) {
        if (url.startsWith(SqliteFile.PREFIX)) {
            return Map.of(
                    "journal_mode", "WAL",
                    "synchronous", "FULL",
                    "busy_timeout", Long.toString(patience.toMillis()));
        }
        return Map.of(
                "rewriteBatchedStatements", "true",
                // a statement about a class of 500 holds 500 places: they are found once
                "cachePrepStmts", "true",
                "prepStmtCacheSize", "100",
                "prepStmtCacheSqlLimit", "32768",
                "characterEncoding", "UTF-8",
                "connectTimeout", Long.toString(patience.toMillis()),
                "socketTimeout", Long.toString(6 * patience.toMillis()),
                "tcpKeepAlive", "true");
    }

    private static HikariDataSource pool(HikariConfig config) {
        if (config.getJdbcUrl().startsWith(SqliteFile.PREFIX)) {
            config.setDataSource(new SqliteSource(config.getJdbcUrl(), config.getDataSourceProperties()));
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failure) {
            throw new DatabaseFailure("the database cannot be opened: " + failure.getMessage(), failure);
        }
    }

    private static void migrate(Dialect dialect, String url, @Nullable String user, @Nullable String password) {
        try {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .placeholders(dialect.placeholders())
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new DatabaseFailure("the database cannot be migrated: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
