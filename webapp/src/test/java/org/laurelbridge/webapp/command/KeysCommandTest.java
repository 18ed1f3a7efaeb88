package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path passphrase = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectory(folder.resolve("one"));
        Files.createDirectory(folder.resolve("other"));
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    }

    @Test
    void rotate_thenWithdraw_listSaysWhatEachIs() {
        String first = laurel("one", "keys", "list");
        assertThat(first.lines()).hasSize(2).allMatch(line -> line.contains(" signs "));
        String old = first.lines()
                .filter(line -> line.contains("ed25519"))
                .findFirst()
                .orElseThrow()
                .split(" +")[3];

        assertThat(laurel("one", "keys", "rotate").lines()).hasSize(2).noneMatch(line -> line.contains(old));
        assertThat(laurel("one", "keys", "withdraw", old)).contains("withdrawn: " + old);
        assertThat(laurel("one", "keys", "list").lines())
                .hasSize(4)
                .anyMatch(line -> line.contains(" withdrawn ") && line.endsWith(old))
                .anyMatch(line -> line.contains("rs256") && line.contains(" published "));
        assertThat(laurel("one", "keys", "withdraw", old)).isEmpty();
        assertThat(err.toString()).contains("no published key " + old);
    }

    @Test
    void export_thenImportElsewhere_movesThem_sealed() throws IOException {
        Path file = folder.resolve("keys.json");
        laurel("one", "keys", "export", file.toString(), "--passphrase-file", passphrase.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(laurel("other", "keys", "import", file.toString(), "--passphrase-file", passphrase.toString()))
                .contains("2 added");
        assertThat(laurel("other", "keys", "list").lines()).hasSize(4);
        laurel("one", "keys", "export", file.toString(), "--passphrase-file", passphrase.toString());
        assertThat(err.toString()).contains("keys.json cannot be written: FileAlreadyExistsException");
        Files.writeString(passphrase, "correct horse batteries\n");
        laurel("other", "keys", "import", file.toString(), "--passphrase-file", passphrase.toString());
        assertThat(err.toString()).contains("the passphrase is not the one");
        Files.writeString(passphrase, "short");
        laurel("other", "keys", "import", file.toString(), "--passphrase-file", passphrase.toString());
        assertThat(err.toString()).contains("has 5 characters, expected at least 12");
    }

    private String laurel(String installation, String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = LaurelCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[words.length + 2];
        all[0] = "--config";
        all[1] = folder.resolve(installation).resolve("laurel.yaml").toString();
        try {
            Files.writeString(Path.of(all[1]), "sources: [{name: file}]\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        System.arraycopy(words, 0, all, 2, words.length);
        line.execute(all);
        return out.toString();
    }
}
