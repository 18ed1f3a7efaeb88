package org.laurelbridge.bridge.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** The secret key of an embedded installation: 32 bytes in base64, in a file that its owner alone can read. */
public final class SecretKeyFile {
    private static final int BYTES = 32;

    private SecretKeyFile() {}

    /**
     * The key in the file; made at the first call ever, with mode 0600.
     *
     * @throws IllegalStateException when the file holds something else
     */
    public static byte[] getOrMake(Path file) {
        try {
            make(file);
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.UTF_8).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without showing what was found
        } catch (IOException e) {
            throw new UncheckedIOException("the secret key cannot be kept in " + file, e);
        }
        throw new IllegalStateException(file + " holds no secret key: expected 32 bytes in base64");
    }

    private static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        FileAttribute<?> ownersAlone =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone)) {
            channel.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n"));
        } catch (FileAlreadyExistsException anotherWasQuicker) {
            // its key is as good
            return;
        }
    }
}
