package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.secret.Resealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What is secret in the database. */
@Command(
        name = "secrets",
        description = "Seals what is secret in the database under another key.",
        mixinStandardHelpOptions = true)
final class SecretsCommand {
    private static final int BYTES = 32;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(
            name = "reseal",
            description = {
                "Seals all secrets under the secret-key of the configuration. First every node is restarted with the new key as",
                "secret-key and the one before as old-secret-key; then this runs; then old-secret-key is taken away.",
                "Broken off, it goes on when it is asked again."
            },
            mixinStandardHelpOptions = true)
    int reseal(
            @Option(
                            names = "--old-key-file",
                            paramLabel = "FILE",
                            description = "The key before, in base64; else old-secret-key (LAUREL_OLD_SECRET_KEY).")
                    @Nullable
                    Path old)
            throws IOException {
        LaurelCommand parent = Objects.requireNonNull(laurel);
        Logging.quiet();
        LaurelConfig config = old == null ? parent.config() : parent.config().withOldSecretKey(read(old));
        if (config.oldSecretKey() == null) {
            throw new LaurelCommand.NotDone(
                    "No old key: expected --old-key-file, or old-secret-key in the configuration.");
        }
        try (Stores stores = Stores.open(config, InstantSource.system())) {
            Resealing.Outcome outcome =
                    stores.resealing().by(LaurelCommand.doer()).reseal();
            parent.out()
                    .println(outcome.sealed() + " sealed anew, " + outcome.already()
                            + " were under the new key already");
            if (!outcome.lost().isEmpty()) {
                throw new LaurelCommand.NotDone("Neither key opens " + String.join(", ", outcome.lost()) + ".");
            }
        }
        return 0;
    }

    private static String read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new LaurelCommand.NotDone(file + " cannot be read.");
        }
        String text = Files.readString(file).strip();
        try {
            if (Base64.getDecoder().decode(text).length == BYTES) {
                return text;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without showing what was found
        }
        throw new LaurelCommand.NotDone(file + " holds no secret key: expected 32 bytes in base64");
    }
}
