package org.laurelbridge.webapp.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.command.LaurelCommand.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Who signs in with a name and a password. */
@Command(
        name = "user",
        description = "Adds, lists and changes who signs in with a name and a password.",
        mixinStandardHelpOptions = true)
final class UserCommand {
    private static final String PASSWORD_FILE = "--password-file";
    private static final String FROM =
            "A file whose first line is the password; - for standard input. Without it the password is asked for,"
                    + " or read from standard input.";
    private static final int LONGEST = 200;

    @ParentCommand
    private @Nullable LaurelCommand laurel;

    /** Who somebody is. */
    static final class Who {
        @Parameters(paramLabel = "NAME", description = "The name to sign in with.")
        private String name = "";

        @Option(
                names = "--role",
                description =
                        "administrator, viewer (looks at everything) or learner; may be given again. With --person"
                                + " it is learner unless told otherwise.")
        private List<String> roles = List.of();

        @Option(names = "--email", paramLabel = "ADDRESS")
        private @Nullable String email;

        @Option(
                names = "--person",
                paramLabel = "PERSON",
                description = "Whose badges are theirs: an e-mail address, or the id of a person.")
        private @Nullable String person;
    }

    @Command(name = "add", description = "Adds somebody.", mixinStandardHelpOptions = true)
    int add(
            @Mixin Who who,
            @Option(names = PASSWORD_FILE, paramLabel = "FILE", description = FROM) @Nullable Path file) {
        Set<Role> roles = roles(who);
        if (who.name.isBlank() || who.name.length() > LONGEST) {
            throw new NotDone("the name has " + who.name.length() + " characters, expected 1 to " + LONGEST);
        }
        try (Bridge bridge = laurel().bridge()) {
            Stores stores = bridge.stores();
            Login login = Login.byPassword(who.name);
            if (stores.accounts().find(login).isPresent()) {
                throw new NotDone(taken(who.name));
            }
            PersonId learner = who.person == null ? null : Somebody.named(stores.people(), who.person);
            String hash = hash(file);
            Account account = Account.made(who.name.strip(), who.email, roles, learner);
            Instant now = bridge.clock().instant();
            if (!stores.accounts().by(LaurelCommand.doer()).add(account, login, now)) {
                throw new NotDone(taken(who.name));
            }
            stores.passwords().by(LaurelCommand.doer()).set(account.id(), hash, now);
            laurel().out().println("added: " + account.name() + " (" + words(account) + ")");
            return 0;
        }
    }

    private static String taken(String name) {
        return "Somebody signs in as " + name + " already; `laurel user password` gives them another password.";
    }

    private static Set<Role> roles(Who who) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : who.roles) {
            switch (word) {
                case "administrator", "viewer", "learner" -> roles.add(Role.of(word));
                default -> throw new NotDone("found the role " + word + ", expected administrator, viewer or learner");
            }
        }
        if (roles.isEmpty() && who.person != null) {
            roles.add(Role.LEARNER);
        }
        if (roles.isEmpty()) {
            throw new NotDone("no role, expected --role administrator, viewer or learner");
        }
        if (roles.contains(Role.LEARNER) && who.person == null) {
            throw new NotDone("a learner without --person, expected whose badges are theirs");
        }
        return roles;
    }

    @Command(name = "list", description = "Lists everybody who may sign in.", mixinStandardHelpOptions = true)
    int list() {
        try (Bridge bridge = laurel().bridge()) {
            for (Accounts.Known known : bridge.stores().accounts().list()) {
                Account account = known.account();
                String by = known.logins().stream()
                        .map(login -> login.isByPassword() ? login.subject() : login.kind() + " " + login.issuer())
                        .collect(Collectors.joining(", "));
                laurel().out()
                        .println(account.name() + "  " + words(account) + "  " + by
                                + (account.isDisabled() ? "  disabled" : ""));
            }
        }
        return 0;
    }

    private static String words(Account account) {
        return account.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    @Command(
            name = "password",
            description = "Gives somebody another password, and signs them out everywhere.",
            mixinStandardHelpOptions = true)
    int password(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = PASSWORD_FILE, paramLabel = "FILE", description = FROM) @Nullable Path file) {
        try (Bridge bridge = laurel().bridge()) {
            Account account = known(bridge, name);
            bridge.stores()
                    .passwords()
                    .by(LaurelCommand.doer())
                    .set(account.id(), hash(file), bridge.clock().instant());
            return signedOut(bridge, account);
        }
    }

    @Command(
            name = "disable",
            description = "Lets somebody in no more, and signs them out everywhere.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "NAME") String name) {
        try (Bridge bridge = laurel().bridge()) {
            Account account = known(bridge, name);
            bridge.stores().accounts().by(LaurelCommand.doer()).disable(account.id(), true);
            return signedOut(bridge, account);
        }
    }

    @Command(name = "enable", description = "Lets somebody in again.", mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = "NAME") String name) {
        try (Bridge bridge = laurel().bridge()) {
            bridge.stores()
                    .accounts()
                    .by(LaurelCommand.doer())
                    .disable(known(bridge, name).id(), false);
        }
        return 0;
    }

    @Command(name = "sign-out", description = "Signs somebody out everywhere.", mixinStandardHelpOptions = true)
    int signOut(@Parameters(paramLabel = "NAME") String name) {
        try (Bridge bridge = laurel().bridge()) {
            return signedOut(bridge, known(bridge, name));
        }
    }

    private int signedOut(Bridge bridge, Account account) {
        int ended = bridge.stores().sessions().by(LaurelCommand.doer()).endAll(new Holder(Kind.ACCOUNT, account.id()));
        laurel().out().println(ended + " signed out");
        return 0;
    }

    private static Account known(Bridge bridge, String name) {
        return bridge.stores()
                .accounts()
                .find(Login.byPassword(name))
                .orElseThrow(() -> new NotDone("Nobody signs in as " + name + "; `laurel user list` shows who does."));
    }

    private static String hash(@Nullable Path file) {
        String password = PasswordInput.read(file);
        PasswordHash.refuse(password).ifPresent(why -> {
            throw new NotDone(why);
        });
        return new PasswordHash().hash(password);
    }

    private LaurelCommand laurel() {
        return Objects.requireNonNull(laurel);
    }
}
