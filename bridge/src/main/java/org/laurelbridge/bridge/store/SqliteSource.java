package org.laurelbridge.bridge.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Connections to an SQLite file that know the small letters of every alphabet: SQLite's own {@code lower} knows those of ASCII. */
final class SqliteSource extends SQLiteDataSource {
    /** As SQL calls it. */
    static final String SMALL = "laurel_small";

    private static final int ONE_ARGUMENT = 1;

    /** @param settings of the connections, as the driver names them */
    SqliteSource(String url, Properties settings) {
        super(new SQLiteConfig(settings));
        setUrl(url);
    }

    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        Function.create(connection, SMALL, new Small(), ONE_ARGUMENT, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    private static final class Small extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(text.toLowerCase(Locale.ROOT));
            }
        }
    }
}
