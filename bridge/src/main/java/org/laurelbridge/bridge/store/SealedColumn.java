package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.function.Function;

/**
 * A column with secrets that are sealed.
 *
 * @param key the primary key of its table: 16 bytes, a fingerprint or a text
 * @param name that a secret is bound to, from its row's key
 */
record SealedColumn(String table, String column, String key, Function<Object, String> name) {

    /** All that there are. What seals something says here where and under which name, and nowhere else. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("secret", "sealed", "name", key -> (String) key),
            new SealedColumn("backpack_host", "client_secret", "id", key -> "backpack/client/" + id(key)),
            new SealedColumn("backpack", "access_token", "id", key -> "backpack/access/" + id(key)),
            new SealedColumn("backpack", "refresh_token", "id", key -> "backpack/refresh/" + id(key)),
            new SealedColumn("backpack_way", "verifier", "state", key -> "backpack/way"),
            new SealedColumn("erasure", "subject", "id", key -> "erasure|" + id(key)),
            new SealedColumn("kept_source", "secret", "id", key -> KeptSourceStore.secretName(id(key))),
            new SealedColumn("kept_moodle", "token", "id", key -> KeptMoodleStore.secretName(id(key))));

    private static Object id(Object key) {
        return Columns.uuid((byte[]) key);
    }
}
