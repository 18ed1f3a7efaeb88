package org.laurelbridge.bridge.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Triggers that refuse that rows of the audit log are changed or removed while the door is closed. MySQL with its binary log on
 * lets only who has special rights make them (error 1419), and some that speak its language have none: there Laurel goes without.
 */
final class AuditGuard {
    private static final Logger LOG = LoggerFactory.getLogger(AuditGuard.class);

    private final Dialect dialect;

    AuditGuard(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Makes those that are missing. */
    void stand(DataSource source) {
        for (String event : new String[] {"update", "delete"}) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                if (!isThere(statement, name(event))) {
                    statement.execute(dialect.refusing(name(event), event));
                }
            } catch (SQLException failure) {
                LOG.warn("the audit log has no trigger against {}: {}", event, failure.getMessage());
            }
        }
    }

    private static String name(String event) {
        return "audit_no_" + event;
    }

    private boolean isThere(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery(dialect.findTrigger(name))) {
            return rows.next();
        }
    }
}
