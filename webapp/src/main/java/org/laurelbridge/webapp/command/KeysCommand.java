package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.issue.key.KeyRing;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.issue.key.Keys.Entry;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The keys that badges are signed with. */
@Command(
        name = "keys",
        description = "Lists, changes and moves the keys that badges are signed with.",
        mixinStandardHelpOptions = true)
final class KeysCommand {
    private static final int LEAST = 12;
    private static final String PASSPHRASE = "--passphrase-file";

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    @Command(name = "list", description = "Lists keys, the newest first.", mixinStandardHelpOptions = true)
    int list() {
        return withKeys(keys -> {
            for (Entry entry : keys.list()) {
                String state = entry.withdrawn() ? "withdrawn" : keys.isSigning(entry) ? "signs" : "published";
                laurel().out()
                        .printf(
                                "%s  %-7s  %-9s  %s%n",
                                entry.created(), entry.algorithm().word(), state, entry.id());
            }
            return 0;
        });
    }

    @Command(
            name = "rotate",
            description = "Makes new keys that sign from now on. Badges that older ones signed still hold.",
            mixinStandardHelpOptions = true)
    int rotate() {
        return withKeys(keys -> {
            for (Algorithm algorithm : Algorithm.values()) {
                laurel().out()
                        .println(
                                algorithm.word() + "  " + keys.rotate(algorithm).id());
            }
            return 0;
        });
    }

    @Command(
            name = "withdraw",
            description = {
                "Takes a key back that somebody else may have: it is not published any more.",
                "What it signed is signed anew while serve runs; copies that people hold must be fetched again."
            },
            mixinStandardHelpOptions = true)
    int withdraw(@Parameters(paramLabel = "KEY", description = "As list shows it.") String id) {
        return withKeys(keys -> {
            try {
                keys.withdraw(id);
                laurel().out().println("withdrawn: " + id);
                return 0;
            } catch (NoSuchElementException unknown) {
                throw new NotDone(Objects.requireNonNull(unknown.getMessage()));
            }
        });
    }

    @Command(
            name = "export",
            description = "Writes all published keys to a new file, sealed under a passphrase.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "It must not be there yet.") Path file,
            @Option(names = PASSPHRASE, required = true, description = "A file whose first line it is.") Path secret) {
        char[] passphrase = passphrase(secret);
        return withKeys(keys -> {
            write(file, keys.export(passphrase));
            laurel().out().println("written: " + file);
            return 0;
        });
    }

    @Command(
            name = "import",
            description =
                    "Adds the keys of an exported file: badges that they signed hold here, too. The newest key signs.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = PASSPHRASE, required = true, description = "A file whose first line it is.") Path secret) {
        char[] passphrase = passphrase(secret);
        String text = read(file);
        return withKeys(keys -> {
            try {
                laurel().out().println(keys.add(text, passphrase) + " added");
                return 0;
            } catch (IllegalArgumentException unusable) {
                throw new NotDone(file + ": " + unusable.getMessage());
            }
        });
    }

    private int withKeys(Function<KeyRing, Integer> work) {
        try (Bridge bridge = laurel().bridge()) {
            return work.apply(bridge.issuer().keys().by(LaurelCommand.doer()));
        }
    }

    private static char[] passphrase(Path file) {
        List<String> lines = read(file).lines().toList();
        String passphrase = lines.isEmpty() ? "" : lines.get(0).strip();
        if (passphrase.length() < LEAST) {
            throw new NotDone("the passphrase in " + file + " has " + passphrase.length()
                    + " characters, expected at least " + LEAST);
        }
        return passphrase.toCharArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new NotDone(file + " cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new NotDone(
                    file + " cannot be written: " + unwritable.getClass().getSimpleName());
        }
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
