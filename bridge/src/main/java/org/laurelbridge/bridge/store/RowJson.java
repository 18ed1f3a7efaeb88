package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of any table as one line of JSON for people: ids and times readable, JSON as such, without what lets anybody in. */
final class RowJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ID_BYTES = 16;

    private static final Set<String> LEFT_OUT = Set.of(
            "fingerprint",
            "facts_fingerprint",
            "login_key",
            "access_token",
            "refresh_token",
            "token",
            "data",
            "mark",
            "content",
            // of others
            "doer",
            "doer_account",
            "doer_kind",
            "origin");
    private static final Set<String> TIMES = Set.of(
            "at",
            "created",
            "changed",
            "moment",
            "stamp",
            "valid_from",
            "lasts_until",
            "access_until",
            "seen",
            "started",
            "ends",
            "began",
            "first_seen",
            "unsupported_since",
            "since");
    private static final Set<String> DOCUMENTS =
            Set.of("body", "explanation", "evidence", "document", "tree", "before_value", "after_value");

    private RowJson() {}

    static String of(ResultSet rows) throws SQLException {
        ObjectNode json = JSON.createObjectNode();
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Object value = rows.getObject(i);
            if (value != null && !LEFT_OUT.contains(name)) {
                put(json, name, value);
            }
        }
        return json.toString();
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof byte[] bytes) {
            if (bytes.length == ID_BYTES) {
                json.put(name, Columns.uuid(bytes).toString());
            }
        } else if (value instanceof Number number) {
            boolean isTime = TIMES.contains(name) || name.endsWith("_at");
            if (isTime) {
                json.put(name, Columns.instant(number.longValue()).toString());
            } else {
                json.put(name, number.longValue());
            }
        } else if (DOCUMENTS.contains(name)) {
            putDocument(json, name, value.toString());
        } else {
            json.put(name, value.toString());
        }
    }

    private static void putDocument(ObjectNode json, String name, String text) {
        try {
            json.set(name, JSON.readTree(text));
        } catch (JacksonException noJson) {
            json.put(name, text);
        }
    }
}
