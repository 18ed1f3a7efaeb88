package org.laurelbridge.bridge.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks for somebody in every column of every table, and in every file below a folder: in plain, and by the hashes that many use. */
public final class Needles {
    private final Map<String, byte[]> sought = new LinkedHashMap<>();
    private final Map<Integer, List<Map.Entry<String, byte[]>>> byStart = new LinkedHashMap<>();
    private final boolean[] starts = new boolean[1 << 16];

    /** Texts are looked for whatever their case; each also with "mailto:" before it, and with each salt after it. */
    public Needles texts(List<String> texts, List<String> salts) {
        for (String text : texts) {
            for (String form : List.of(text, text.toLowerCase(Locale.ROOT), "mailto:" + text)) {
                put(form, form.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
                hashes(form);
                salts.forEach(salt -> hashes(form + salt));
            }
        }
        return this;
    }

    public Needles ids(List<UUID> ids) {
        for (UUID id : ids) {
            put("id " + id, Columns.bytes(id));
            put("text " + id, id.toString().getBytes(StandardCharsets.UTF_8));
            hashes(id.toString());
        }
        return this;
    }

    private void hashes(String text) {
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            byte[] hash = hash(algorithm, text);
            put(algorithm + " of " + text, hash);
            put(
                    algorithm + " of " + text + " in hex",
                    HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8));
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.withoutPadding().encodeToString(hash);
                put(
                        algorithm + " of " + text + " as " + encoded,
                        encoded.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String name, byte[] bytes) {
        if (sought.put(name, bytes) == null) {
            byStart.computeIfAbsent(start(bytes, 0), start -> new ArrayList<>()).add(Map.entry(name, bytes));
            starts[start(bytes, 0)] = true;
        }
    }

    /** The columns of all tables, as {@code table.column type}, by the database's own catalogue. */
    public static List<String> columns(Handle handle, boolean isSqlite) {
        return handle.createQuery(isSqlite ? """
                                select m.name || '.' || c.name || ' ' || c.type from sqlite_master m
                                join pragma_table_info(m.name) c
                                where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'flyway%'""" : """
                                select concat(table_name, '.', column_name, ' ', column_type) from information_schema.columns
                                where table_schema = database() and table_name not like 'flyway%'""").mapTo(String.class).list();
    }

    /** Where something of them is in the database. */
    public List<String> inTables(Database database, boolean isSqlite) {
        return database.read(handle -> {
            List<String> found = new ArrayList<>();
            columns(handle, isSqlite).stream()
                    .map(column -> column.replaceFirst("\\..*", ""))
                    .distinct()
                    .forEach(table -> handle.createQuery("select * from " + table)
                            .map((rows, context) -> {
                                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                    look(table + "." + rows.getMetaData().getColumnName(i), rows.getObject(i), found);
                                }
                                return true;
                            })
                            .forEach(row -> {}));
            return found;
        });
    }

    private void look(String where, Object value, List<String> found) {
        if (value instanceof byte[] bytes) {
            inBytes(where, bytes, found);
            inBytes(where, lower(bytes), found);
        } else if (value instanceof String text) {
            inBytes(where, text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), found);
        }
    }

    /** Where something of them is in files. */
    public List<String> inFiles(Path folder) {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                inBytes(file.getFileName().toString(), bytes, found);
                inBytes(file.getFileName().toString(), lower(bytes), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static byte[] lower(byte[] bytes) {
        byte[] lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] += 32;
            }
        }
        return lower;
    }

    // all at once: few begin with the same two bytes
    private void inBytes(String where, byte[] bytes, List<String> found) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (starts[start(bytes, at)]) {
                for (var entry : byStart.get(start(bytes, at))) {
                    byte[] one = entry.getValue();
                    if (at + one.length <= bytes.length
                            && Arrays.equals(bytes, at, at + one.length, one, 0, one.length)) {
                        found.add(where + ": " + entry.getKey());
                    }
                }
            }
        }
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
