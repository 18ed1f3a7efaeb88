package org.laurelbridge.bridge.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of an embedded database. SQLite gives its -wal and -shm the mode of the file itself. */
record SqliteFile(Path path) {

    static final String PREFIX = "jdbc:sqlite:";

    static SqliteFile of(String url) {
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*$", "");
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "database.url is \"" + url + "\", expected jdbc:sqlite: and the path of a file");
        }
        return new SqliteFile(Path.of(name).toAbsolutePath());
    }

    /** Makes an empty file that only its owner may read, when there is none. */
    void make() {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(path, mode());
        } catch (FileAlreadyExistsException there) {
            return; // its mode is its owner's business
        } catch (IOException failure) {
            throw new UncheckedIOException("the database file " + path + " cannot be made", failure);
        }
    }

    private static FileAttribute<?>[] mode() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
