package org.laurelbridge.bridge.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An empty database for one test, with what is needed to open it: also in another process, or once more as a second node. */
public final class TestDatabase implements AutoCloseable {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Runnable removed;
    private final List<Database> opened = new ArrayList<>();

    private TestDatabase(String url, @Nullable String user, @Nullable String password, Runnable removed) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.removed = removed;
    }

    /** A new file in a folder of its own, with its schema: a copy of one, which is far quicker than making it. */
    public static TestDatabase sqlite() {
        try {
            Path folder = Files.createTempDirectory("laurel-test");
            Files.write(folder.resolve("laurel.db"), Lazily.MIGRATED);
            return new TestDatabase(
                    "jdbc:sqlite:" + folder.resolve("laurel.db"), null, null, () -> removeFiles(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A new schema on the one server of this JVM. */
    public static TestDatabase mariaDb() {
        MariaDb server = MariaDb.running();
        String schema = server.takeSchema();
        return new TestDatabase(server.url(schema), MariaDb.USER, MariaDb.PASSWORD, () -> server.giveBack(schema));
    }

    /** The same on a server that flushes at each commit from now on, as one that is meant seriously does. */
    public static TestDatabase durableMariaDb() {
        MariaDb.running().execute("set global innodb_flush_log_at_trx_commit = 1");
        return mariaDb();
    }

    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    /** What a Laurel with this database is configured by, at any free port. */
    public Map<String, String> environment(String folder) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LAUREL_DATA",
                folder,
                "LAUREL_HTTP_PORT",
                "0",
                "LAUREL_SECRET_KEY",
                Base64.getEncoder().encodeToString(new byte[32]),
                "LAUREL_DATABASE_URL",
                url));
        if (user != null) {
            environment.put("LAUREL_DATABASE_USER", user);
        }
        return environment;
    }

    public boolean isSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }

    /** The database, opened at the first call. */
    public Database database() {
        return opened.isEmpty() ? open() : opened.get(0);
    }

    /** Opens it once more, as another node would. Closed with this. */
    public Database open() {
        return open(Duration.ofSeconds(10));
    }

    /** The same, with another patience. */
    public Database open(Duration patience) {
        Database database = Database.open(url, user, password, patience);
        opened.add(database);
        return database;
    }

    @Override
    public void close() {
        opened.forEach(Database::close);
        removed.run();
    }

    private static void removeFiles(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Lazily {
        static final byte[] MIGRATED = migrated();

        private static byte[] migrated() {
            try {
                Path folder = Files.createTempDirectory("laurel-test");
                Path file = folder.resolve("laurel.db");
                Database.open("jdbc:sqlite:" + file, null, null).close();
                byte[] bytes = Files.readAllBytes(file);
                removeFiles(folder);
                return bytes;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
