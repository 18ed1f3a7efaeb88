package org.laurelbridge.webapp.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;

/** Where a password comes from: never from an argument, which everybody on the machine can read. */
final class PasswordInput {
    private static final Path PIPED = Path.of("-");

    private PasswordInput() {}

    /**
     * Reads a password.
     *
     * @param file whose first line it is, {@code -} for standard input; null to ask for it at the terminal, or to read standard
     *     input where there is none
     */
    // newer Java has a console without a terminal, too: whoever pipes a password there says "-"
    @SuppressWarnings("SystemConsoleNull")
    static String read(@Nullable Path file) {
        Console console = System.console();
        return file == null && console != null ? ask(console) : line(file);
    }

    private static String ask(Console console) {
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new NotDone("the two are not the same (standard input is read with --password-file=-)");
        }
        return new String(first);
    }

    private static String line(@Nullable Path file) {
        try (BufferedReader reader = file == null || file.equals(PIPED)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new NotDone("the password cannot be read: "
                    + (file == null ? "standard input" : file) + ", "
                    + unreadable.getClass().getSimpleName());
        }
    }
}
