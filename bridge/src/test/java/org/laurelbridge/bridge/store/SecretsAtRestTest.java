package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Exchange;
import org.laurelbridge.bridge.grant.Grants.Allowance;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.grant.Tokens;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.launch.Logins;
import org.laurelbridge.bridge.lti.place.Choices.Choice;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.Resealing.Outcome;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.send.Grant;
import org.laurelbridge.bridge.send.Host;
import org.laurelbridge.bridge.send.Hosts.Way;
import org.laurelbridge.bridge.send.Services;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.mapping.Identifier;

/** Whoever reads the database alone gets in nowhere: every secret is sealed, or its fingerprint is kept. */
class SecretsAtRestTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final URI PLACE = URI.create("https://host.example/x");
    private static final byte[] OLD = "the old secret of this place....".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "the new secret of this place....".getBytes(StandardCharsets.UTF_8);
    private static final int MANY = 250;

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final List<UUID> backpacks = new ArrayList<>();
    private UUID host = new UUID(0, 0);

    private void keep(String what, String secret) {
        secrets.put(what, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes one of each secret that Laurel keeps. */
    private void makeAll(Database database, SecretBox box) {
        keep("tool key", "the key of the tool and the badges");
        new SecretStore(database, box).getOrMake("lti/tool", () -> secrets.get("tool key"));
        keep("access token", new AccessTokenStore(database).make("robot", "administrator", NOW));
        PersonId ada =
                new PeopleStore(database).add("Ada", List.of(new Identifier("email", "", "ada@example.org")), NOW);
        Account account = Account.made("Ada", null, Set.of(Role.LEARNER), ada);
        new AccountStore(database).add(account, Login.byPassword("ada"), NOW);
        keep("password", "correct horse battery");
        new PasswordStore(database).set(account.id(), new PasswordHash().hash("correct horse battery"), NOW);
        keep("password link", new PasswordLinkStore(database).give(account.id(), NOW));
        BrowserSessionStore sessions = new BrowserSessionStore(database);
        String session = sessions.begin(new Holder(Kind.ACCOUNT, account.id()), NOW, LATER);
        keep("session", session);
        keep("form token", sessions.find(session).orElseThrow().formToken());
        makeLti(database, account.id());
        makeGrants(database, account.id());
        makeBackpacks(database, box, account.id());
        keep("secret of a source", "reads an LRS for ever");
        new KeptSourceStore(database, box)
                .add(new KeptSource(new UUID(7, 1), "campus", "k", "reads an LRS for ever", null), NOW);
        keep("token of a Moodle", "writes grades for ever");
        URI moodle = URI.create("https://moodle.example");
        new KeptMoodleStore(database, box)
                .add(new KeptMoodle(new UUID(8, 1), "m", moodle, "writes grades for ever", false, List.of()), NOW);
        new ErasureStore(database, box, OLD).begin(ada, kind -> Set.of(), NOW);
        keep("whom an erasure is about", "\"ada@example.org\""); // as JSON has it: the person is still there
    }

    private void makeLti(Database database, UUID account) {
        keep("invitation", new InvitationStore(database).give(new Invitation("campus", true), NOW));
        keep("login state", "the state of a login of somebody");
        keep("login browser", "what the browser keeps of that login");
        Logins.Login login = new Logins.Login(new UUID(4, 1), PLACE, "3", null);
        new LtiLoginStore(database)
                .begin(login, "the state of a login of somebody", "what the browser keeps of that login", NOW);
        keep("deep-link choice", "what the page of a choice holds");
        DeepLinking linking = new DeepLinking(PLACE, Optional.empty(), true, false);
        new ChoiceStore(database)
                .begin(
                        new Choice(account, new UUID(4, 1), "1", Optional.of("2"), linking),
                        "what the page of a choice holds",
                        NOW);
    }

    private void makeGrants(Database database, UUID account) {
        UUID client = new UUID(1, 1);
        keep("client secret", "the secret of an application here");
        new ClientStore(database).add(new Client(client, false, "{}", NOW), "the secret of an application here");
        GrantStore grants = new GrantStore(database);
        String verifier = "the verifier of a code of somebody who is here";
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
        Allowance allowance = new Allowance(client, account, EnumSet.allOf(Scope.class), "back", challenge);
        Tokens tokens =
                ((Exchange.Given) grants.redeem(client, grants.allow(allowance, NOW), "back", verifier, NOW)).tokens();
        keep("access token of an application", tokens.access());
        keep("refresh token of an application", Objects.requireNonNull(tokens.refresh()));
        keep("code of an application", grants.allow(allowance, NOW));
    }

    private void makeBackpacks(Database database, SecretBox box, UUID account) {
        keep("client secret of a host", "the secret of Laurel at a host");
        keep("access token of a backpack", "bears a backpack anywhere");
        keep("refresh token of a backpack", "refreshes a backpack for ever");
        keep("verifier of a way", "the verifier of a way to a host");
        keep("state of a way", "the state of a way to a host");
        keep("session of a way", "what the session of a way knows");
        BackpackHostStore hosts = new BackpackHostStore(database, box);
        Services services =
                new Services(Version.OB3, "Host", PLACE, PLACE, PLACE, PLACE, PLACE, null, null, null, List.of());
        host = hosts.keep(PLACE, services, NOW).id();
        hosts.register(host, new Host.Client("c", "the secret of Laurel at a host", null, PLACE, null), NOW);
        hosts.open(
                "the state of a way to a host",
                new Way(account, "what the session of a way knows", host, "the verifier of a way to a host"),
                LATER);
        Grant grant = new Grant("bears a backpack anywhere", null, "refreshes a backpack for ever", "all");
        backpacks.add(new BackpackPlaceStore(database, box)
                .connect(account, host, grant, NOW)
                .id());
    }

    @OnEveryDatabase
    void noTable_holdsASecretInTheClear(TestDatabase test) {
        makeAll(test.database(), new SecretBox(OLD));

        assertThat(secrets).hasSize(23);
        assertThat(found(test)).as("columns that hold a secret in the clear").isEmpty();
    }

    @OnEveryDatabase
    void everyColumnWithSealedValues_isSealedAnew(TestDatabase test) {
        makeAll(test.database(), new SecretBox(OLD));

        Set<String> sealed = new TreeSet<>();
        walk(test, (place, value) -> {
            if (isSealed(value)) {
                sealed.add(place);
            }
        });
        assertThat(sealed)
                .containsExactlyInAnyOrderElementsOf(SealedColumn.ALL.stream()
                        .map(column -> column.table() + "." + column.column())
                        .toList());
    }

    /** Whether it becomes words when it is opened under any name: GCM is CTR, and a tag that the name goes into. */
    private static boolean isSealed(String value) {
        if (!value.matches("[A-Za-z0-9+/]{38,}={0,2}")) {
            return false;
        }
        try {
            byte[] whole = Base64.getDecoder().decode(value);
            byte[] counter = Arrays.copyOf(whole, 16);
            Arrays.fill(counter, 12, 15, (byte) 0);
            counter[15] = 2;
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(OLD, "AES"), new IvParameterSpec(counter));
            byte[] plain = cipher.doFinal(whole, 12, whole.length - 12 - 16);
            return new String(plain, StandardCharsets.ISO_8859_1).matches("[ -~]+");
        } catch (IllegalArgumentException noBase64) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // as it is, in hex or in base64
    private List<String> found(TestDatabase test) {
        List<String> found = new ArrayList<>();
        walk(test, (place, value) -> look(place, value, found));
        return found;
    }

    /** Every value of every column. */
    private static void walk(TestDatabase test, BiConsumer<String, String> each) {
        test.database().read(handle -> {
            Needles.columns(handle, test.isSqlite()).stream()
                    .map(column -> column.replaceFirst("\\..*", ""))
                    .distinct()
                    .forEach(table -> handle.createQuery("select * from " + table)
                            .map((rows, context) -> {
                                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                    String place =
                                            table + "." + rows.getMetaData().getColumnName(i);
                                    each.accept(place, text(rows.getObject(i)));
                                }
                                return true;
                            })
                            .list());
            return true;
        });
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    private void look(String place, String value, List<String> found) {
        secrets.forEach((what, secret) -> {
            String plain = new String(secret, StandardCharsets.ISO_8859_1);
            String hex = HexFormat.of().formatHex(secret);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret);
            if (value.contains(plain) || value.contains(hex) || value.contains(base64)) {
                found.add(place + ": " + what);
            }
        });
    }

    @OnEveryDatabase
    void reseal_brokenOff_goesOn_andEverythingIsReadableAllTheTime(TestDatabase test) {
        Database database = test.database();
        makeAll(database, new SecretBox(OLD));
        IntStream.range(0, MANY)
                .forEach(i -> new SecretStore(database, new SecretBox(OLD))
                        .getOrMake("key %03d".formatted(i), () -> new byte[] {(byte) i}));
        SecretBox both = new SecretBox(NEW, OLD);

        test.database().change(handle -> breakOff(handle, test.isSqlite()));
        assertThatThrownBy(() -> new ResealingStore(database, both).reseal()).isInstanceOf(DatabaseFailure.class);
        test.database().change(handle -> handle.execute("drop trigger break_off"));
        assertReadable(database, both);
        assertThatThrownBy(() -> assertReadable(database, new SecretBox(NEW))).isInstanceOf(SecretBox.CannotOpen.class);

        Outcome rest = new ResealingStore(test.open(), both).reseal();
        assertThat(rest.already()).as("done before it broke off").isEqualTo(ResealingStore.AT_ONCE);
        assertThat(rest.sealed()).isEqualTo(MANY + 8 - ResealingStore.AT_ONCE);
        assertThat(rest.lost()).isEmpty();
        assertReadable(database, new SecretBox(NEW));
        assertThat(new ResealingStore(database, both).reseal()).isEqualTo(new Outcome(0, MANY + 8, List.of()));
    }

    // the second part fails, as if the process had ended there
    private static void breakOff(Handle handle, boolean isSqlite) {
        handle.execute(
                "create trigger break_off before update on secret for each row "
                        + (isSqlite
                                ? "when new.name = 'key 150' begin select raise(abort, 'broken off'); end"
                                : "if new.name = 'key 150' then signal sqlstate '45000' set message_text = 'broken off'; end if"));
    }

    private void assertReadable(Database database, SecretBox box) {
        SecretStore store = new SecretStore(database, box);
        IntStream.range(0, MANY)
                .forEach(i -> assertThat(store.getOrMake("key %03d".formatted(i), () -> new byte[0]))
                        .containsExactly((byte) i));
        assertThat(store.getOrMake("lti/tool", () -> new byte[0])).isEqualTo(secrets.get("tool key"));
        Grant grant = new BackpackGrantStore(database, box)
                .find(backpacks.get(0))
                .orElseThrow()
                .grant();
        assertThat(List.of(grant.access(), String.valueOf(grant.refresh())))
                .containsExactly("bears a backpack anywhere", "refreshes a backpack for ever");
        Host known = new BackpackHostStore(database, box).find(host).orElseThrow();
        assertThat(Objects.requireNonNull(known.client()).secret()).isEqualTo("the secret of Laurel at a host");
        for (SealedColumn column : SealedColumn.ALL) {
            database.read(handle -> handle.createQuery("select " + column.key() + ", " + column.column() + " from "
                            + column.table() + " where " + column.column() + " is not null")
                    .map((rows, context) -> box.open(column.name().apply(rows.getObject(1)), rows.getString(2)))
                    .list());
        }
    }

    @OnEveryDatabase
    void reseal_tellsWhatNeitherKeyOpens(Database database) {
        new SecretStore(database, new SecretBox(OLD)).getOrMake("one", () -> new byte[] {1});
        byte[] third = "the third secret of this place..".getBytes(StandardCharsets.UTF_8);

        Outcome outcome = new ResealingStore(database, new SecretBox(NEW, third)).reseal();
        assertThat(outcome).isEqualTo(new Outcome(0, 0, List.of("secret.sealed: 1")));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
