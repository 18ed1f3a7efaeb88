package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import picocli.CommandLine;

/** A person is erased, as an operator types it. */
class PeopleEraseCommandTest {
    private static final Identifier ADDRESS = new Identifier("email", "", "ada@example.org");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("laurel.yaml"), "sources: [{name: file}]\n");
    }

    private int laurel(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = LaurelCommand.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "--config=" + folder.resolve("laurel.yaml");
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    private <T> T in(Function<Stores, T> work) {
        var config = Objects.requireNonNull(
                ConfigReader.read(folder.resolve("laurel.yaml"), Map.of()).config());
        try (Bridge bridge = Bridge.open(config, InstantSource.system())) {
            return work.apply(bridge.stores());
        }
    }

    private Optional<PersonId> known() {
        return in(stores -> stores.people().find(ADDRESS));
    }

    @Test
    void erase_saysWhatWouldGo_andDoesItWhenToldTo() {
        PersonId ada = in(stores -> stores.people()
                .add("Ada", List.of(ADDRESS), InstantSource.system().instant()));
        assertThat(laurel("people", "erasures")).isZero();
        assertThat(out.toString()).contains("Nobody was erased yet.");

        assertThat(laurel("people", "erase", "ada@example.org")).isEqualTo(1);
        assertThat(out.toString()).contains("would go:", "person: 1");
        assertThat(err.toString()).contains("Nothing was erased.");
        assertThat(known()).contains(ada);

        assertThat(laurel("people", "erase", "ada@example.org", "--yes")).isZero();
        assertThat(out.toString()).contains("erasure ", ", done ", "person: 1", "What Laurel cannot reach:");
        assertThat(known()).isEmpty();
        assertThat(laurel("people", "erasures")).isZero();
        assertThat(out.toString()).contains(", done ").doesNotContain("Ada", "ada@example.org", ada.toString());
    }

    @Test
    void erase_ofNobody_saysSo() {
        assertThat(laurel("people", "erase", "ada@example.org", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("ada@example.org").doesNotContain("Exception");
    }
}
