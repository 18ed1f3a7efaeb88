package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import picocli.CommandLine;

/** Who signs in with a name and a password, as an operator types it. */
class UserCommandTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("laurel.yaml"), "sources: [{name: file}]\n");
        Files.writeString(folder.resolve("password"), PASSWORD + "\nthe next line is another's\n");
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

    private int add(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "user";
        all[1] = "add";
        all[2] = "--password-file=" + folder.resolve("password");
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return laurel(all);
    }

    private <T> T in(Function<Stores, T> work) {
        var config = Objects.requireNonNull(
                ConfigReader.read(folder.resolve("laurel.yaml"), Map.of()).config());
        try (Bridge bridge = Bridge.open(config, InstantSource.system())) {
            return work.apply(bridge.stores());
        }
    }

    @Test
    void add_makesAnAdministrator_whosePasswordIsKeptAsAHash() {
        assertThat(add("Ops", "--role", "administrator", "--email", "ops@example.org"))
                .isZero();
        assertThat(out.toString()).contains("added: Ops (administrator)").doesNotContain(PASSWORD);

        in(stores -> {
            Account ops = stores.accounts().find(Login.byPassword("ops")).orElseThrow();
            assertThat(ops.roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(ops.email()).isEqualTo("ops@example.org");
            String hash = stores.passwords().find(ops.id()).orElseThrow();
            assertThat(new PasswordHash().matches(PASSWORD, hash)).isTrue();
            return hash;
        });
        assertThat(laurel("user", "list")).isZero();
        assertThat(out.toString()).contains("Ops  administrator  ops").doesNotContain("argon2");
    }

    @Test
    void add_readsStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(laurel("user", "add", "ops", "--role", "viewer", "--password-file=-"))
                    .isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void add_ofALearner_namesWhoseBadgesAreTheirs() {
        PersonId ada = in(stores ->
                stores.people().add("Ada", List.of(new Identifier("email", "", "ada@example.org")), Instant.now()));

        assertThat(add("ada", "--person", "ada@example.org")).isZero();

        Account account =
                in(stores -> stores.accounts().find(Login.byPassword("ada")).orElseThrow());
        assertThat(account.learner()).isEqualTo(ada);
        assertThat(account.roles()).containsExactly(Role.LEARNER);
        assertThat(add("eve", "--person", "eve@example.org")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody is known as eve@example.org.");
    }

    @Test
    void add_saysWhatIsWrong_andAddsNothing() throws IOException {
        assertThat(add("ops")).isEqualTo(1);
        assertThat(err.toString()).contains("no role, expected --role administrator, viewer or learner");
        assertThat(add("ops", "--role", "root")).isEqualTo(1);
        assertThat(err.toString()).contains("found the role root");
        assertThat(add("ops", "--role", "learner")).isEqualTo(1);
        assertThat(err.toString()).contains("a learner without --person");
        assertThat(add(" ", "--role", "viewer")).isEqualTo(1);
        Files.writeString(folder.resolve("password"), "short\n");
        assertThat(add("ops", "--role", "viewer")).isEqualTo(1);
        assertThat(err.toString())
                .contains("the password has 5 characters, expected 12 to 200")
                .doesNotContain("short");
        List<?> added = in(stores -> stores.accounts().list());
        assertThat(added).isEmpty();
    }

    @Test
    void name_belongsToOneAlone() {
        assertThat(add("ops", "--role", "viewer")).isZero();
        assertThat(add("OPS", "--role", "administrator")).isEqualTo(1);
        assertThat(err.toString()).contains("Somebody signs in as OPS already");
    }

    @Test
    void password_disable_andSignOut_endEverySession() throws IOException {
        add("ops", "--role", "administrator");
        for (String[] command : List.of(
                new String[] {"user", "sign-out", "ops"},
                new String[] {"user", "password", "--password-file=" + folder.resolve("password"), "Ops"},
                new String[] {"user", "disable", "ops"})) {
            String token = in(stores -> stores.sessions()
                    .begin(
                            new Holder(
                                    Kind.ACCOUNT,
                                    stores.accounts()
                                            .find(Login.byPassword("ops"))
                                            .orElseThrow()
                                            .id()),
                            Instant.now(),
                            Instant.now().plusSeconds(3_600)));
            assertThat(laurel(command)).isZero();
            assertThat(out.toString()).contains("1 signed out");
            boolean isSignedIn = in(stores -> stores.sessions().find(token).isPresent());
            assertThat(isSignedIn).isFalse();
        }
        assertThat(laurel("user", "list")).isZero();
        assertThat(out.toString()).contains("disabled");
        assertThat(laurel("user", "enable", "ops")).isZero();
        assertThat(laurel("user", "list")).isZero();
        assertThat(out.toString()).doesNotContain("disabled");
        assertThat(laurel("user", "disable", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody signs in as nobody");
    }
}
