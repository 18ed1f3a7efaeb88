package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Exchange;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Grants.Allowance;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.grant.Tokens;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class GrantStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID CLIENT = new UUID(1, 1);
    private static final PersonId ADA = new PersonId(new UUID(2, 1));
    private static final UUID HERS = new UUID(3, 1);
    private static final String BACK = "https://backpack.example/back";
    private static final String VERIFIER = "v".repeat(43);
    private static final Set<Scope> ALL = EnumSet.of(Scope.CREDENTIALS_READ, Scope.PROFILE_READ, Scope.OFFLINE);

    private GrantStore grants;
    private AccountStore accounts;

    @BeforeEach
    void register(Database database) {
        grants = new GrantStore(database);
        accounts = new AccountStore(database);
        accounts.add(new Account(HERS, "Ada", null, Set.of(Role.LEARNER), ADA, false), Login.byPassword("ada"), NOW);
        new ClientStore(database).add(new Client(CLIENT, true, "{}", NOW), null);
    }

    private String allow(Set<Scope> scopes) {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Fingerprint.of(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return grants.allow(new Allowance(CLIENT, HERS, scopes, BACK, challenge), NOW);
    }

    private static Tokens given(Exchange exchange) {
        return ((Exchange.Given) exchange).tokens();
    }

    private Tokens redeemed() {
        return given(grants.redeem(CLIENT, allow(ALL), BACK, VERIFIER, NOW));
    }

    private boolean holds(Tokens tokens, Instant when) {
        return grants.find(tokens.access(), when).isPresent();
    }

    @OnEveryDatabase
    void code_givesTokens_ofWhatWasAllowed(Database database) {
        Tokens tokens = given(grants.redeem(CLIENT, allow(ALL), BACK, VERIFIER, NOW.plusSeconds(59)));
        assertThat(grants.find(tokens.access(), NOW.plusSeconds(60))).contains(new Grants.Bearer(CLIENT, ADA, ALL));
        assertThat(tokens.refresh()).isNotNull();
        assertThat(holds(tokens, NOW.plusSeconds(59).plus(Tokens.ACCESS))).isFalse();
        assertThat(grants.find(Objects.requireNonNull(tokens.refresh()), NOW)).isEmpty();
        assertThat(given(grants.redeem(CLIENT, allow(EnumSet.of(Scope.PROFILE_READ)), BACK, VERIFIER, NOW))
                        .refresh())
                .as("nobody allowed it to come back")
                .isNull();
    }

    @OnEveryDatabase
    void code_isOfOneApplication_oneAddress_oneVerifier_andAMinute(Database database) {
        String code = allow(ALL);
        assertThat(grants.redeem(new UUID(1, 2), code, BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code, BACK + "/", VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code, BACK, "w".repeat(43), NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code + "x", BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW.plus(Tokens.CODE)))
                .isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Given.class);
    }

    @OnEveryDatabase
    void codeUsedTwice_endsWhatItGave(Database database) {
        String code = allow(ALL);
        Tokens tokens = given(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW));
        assertThat(grants.redeem(new UUID(1, 2), code, BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(holds(tokens, NOW)).as("another application ends nothing").isTrue();
        assertThat(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        assertThat(holds(tokens, NOW)).isFalse();
        assertThat(grants.refresh(CLIENT, Objects.requireNonNull(tokens.refresh()), null, NOW))
                .isInstanceOf(Exchange.Invalid.class);
    }

    @OnEveryDatabase
    void code_byManyNodesAtOnce_givesTokensOnce(TestDatabase database) throws Exception {
        List<GrantStore> nodes = List.of(
                new GrantStore(database.database()), new GrantStore(database.open()), new GrantStore(database.open()));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < 5; round++) {
                String code = allow(ALL);
                List<Callable<Exchange>> calls = java.util.stream.IntStream.range(0, 12)
                        .mapToObj(i ->
                                (Callable<Exchange>) () -> nodes.get(i % 3).redeem(CLIENT, code, BACK, VERIFIER, NOW))
                        .toList();
                int given = 0;
                for (Future<Exchange> answer : threads.invokeAll(calls)) {
                    given += answer.get() instanceof Exchange.Given ? 1 : 0;
                }
                assertThat(given).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    @OnEveryDatabase
    void refreshToken_isExchangedOnce_andItsCopyEndsAll(Database database) {
        Tokens first = redeemed();
        Instant later = NOW.plus(Duration.ofDays(89));
        Tokens second = given(grants.refresh(CLIENT, Objects.requireNonNull(first.refresh()), null, later));
        assertThat(second.scopes()).isEqualTo(ALL);
        assertThat(holds(second, later)).isTrue();
        assertThat(grants.refresh(
                        CLIENT,
                        Objects.requireNonNull(first.refresh()),
                        null,
                        later.plus(Tokens.AGAIN).plusSeconds(1)))
                .isInstanceOf(Exchange.Invalid.class);
        assertThat(holds(second, later)).as("somebody has a copy").isFalse();
        assertThat(grants.refresh(CLIENT, Objects.requireNonNull(second.refresh()), null, later))
                .isInstanceOf(Exchange.Invalid.class);
    }

    @OnEveryDatabase
    void refreshToken_whoseAnswerWasLost_isExchangedAgain_untilSomebodyUsedIt(Database database) {
        String first = Objects.requireNonNull(redeemed().refresh());
        Tokens lost = given(grants.refresh(CLIENT, first, null, NOW));
        given(grants.refresh(CLIENT, first, null, NOW.plusSeconds(10)));
        Tokens got = given(grants.refresh(CLIENT, first, null, NOW.plusSeconds(20)));
        Tokens next = given(grants.refresh(CLIENT, Objects.requireNonNull(got.refresh()), null, NOW.plusSeconds(25)));
        assertThat(holds(next, NOW.plusSeconds(25))).isTrue();
        assertThat(grants.refresh(CLIENT, Objects.requireNonNull(lost.refresh()), null, NOW.plusSeconds(26)))
                .as("another one took its place")
                .isInstanceOf(Exchange.Invalid.class);
        assertThat(holds(next, NOW.plusSeconds(26))).isFalse();

        String again = Objects.requireNonNull(redeemed().refresh());
        given(grants.refresh(
                CLIENT,
                Objects.requireNonNull(
                        given(grants.refresh(CLIENT, again, null, NOW)).refresh()),
                null,
                NOW.plusSeconds(1)));
        assertThat(grants.refresh(CLIENT, again, null, NOW.plusSeconds(2)))
                .as("what came of it was used")
                .isInstanceOf(Exchange.Invalid.class);
    }

    @OnEveryDatabase
    void newCode_redeemed_endsWhatWasAllowedBefore(Database database) {
        Tokens wide = redeemed();
        String code = allow(EnumSet.of(Scope.PROFILE_READ));
        assertThat(holds(wide, NOW)).isTrue();
        Tokens narrow = given(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW));
        assertThat(holds(narrow, NOW)).isTrue();
        assertThat(holds(wide, NOW)).isFalse();
        assertThat(grants.list(ADA, NOW))
                .singleElement()
                .satisfies(one -> assertThat(one.scopes()).containsExactly(Scope.PROFILE_READ));
    }

    @OnEveryDatabase
    void disabledAccount_allowsNothing_untilItIsLetInAgain(Database database) {
        Tokens tokens = redeemed();
        String code = allow(ALL);
        accounts.disable(HERS, true);
        assertThat(holds(tokens, NOW)).isFalse();
        assertThat(grants.refresh(CLIENT, Objects.requireNonNull(tokens.refresh()), null, NOW))
                .isInstanceOf(Exchange.Invalid.class);
        assertThat(grants.redeem(CLIENT, code, BACK, VERIFIER, NOW)).isInstanceOf(Exchange.Invalid.class);
        accounts.disable(HERS, false);
        assertThat(holds(tokens, NOW)).isTrue();
        accounts.link(HERS, new PersonId(new UUID(2, 9)));
        assertThat(holds(tokens, NOW)).as("it is somebody else's account now").isFalse();
    }

    @OnEveryDatabase
    void mergedLearner_allowsForBoth_andForThemselvesAloneOnceItIsUndone(Database database) {
        PeopleStore people = new PeopleStore(database);
        PersonId kept = people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), NOW);
        PersonId merged = people.add("Ada", List.of(new Identifier("email", "", "ada@example.org")), NOW);
        accounts.link(HERS, merged);
        Merge merge = people.merge(kept, merged, "one person", NOW);
        Tokens tokens = redeemed();
        assertThat(grants.list(kept, NOW)).hasSize(1);

        people.unmerge(merge.id(), NOW);
        assertThat(grants.find(tokens.access(), NOW).orElseThrow().person()).isEqualTo(merged);
        assertThat(grants.list(kept, NOW)).isEmpty();
        assertThat(grants.list(merged, NOW)).hasSize(1);
    }

    @OnEveryDatabase
    void refreshToken_givesLess_neverMore_andOnlyToItsApplication(Database database) {
        String token = Objects.requireNonNull(redeemed().refresh());
        assertThat(grants.refresh(CLIENT, token, EnumSet.of(Scope.CREDENTIALS_WRITE), NOW))
                .isEqualTo(new Exchange.TooMuch());
        assertThat(grants.refresh(new UUID(1, 2), token, null, NOW)).isInstanceOf(Exchange.Invalid.class);
        Tokens less = given(grants.refresh(CLIENT, token, EnumSet.of(Scope.PROFILE_READ), NOW));
        assertThat(grants.find(less.access(), NOW).orElseThrow().may(Scope.CREDENTIALS_READ))
                .isFalse();
        Tokens all = given(grants.refresh(CLIENT, Objects.requireNonNull(less.refresh()), null, NOW));
        assertThat(all.scopes()).isEqualTo(ALL);
        assertThat(grants.refresh(CLIENT, Objects.requireNonNull(all.refresh()), null, NOW.plus(Tokens.REFRESH)))
                .as("it is over")
                .isInstanceOf(Exchange.Invalid.class);
    }

    @OnEveryDatabase
    void end_byTheApplication_endsTheTokenOrAll(Database database) {
        Tokens tokens = redeemed();
        grants.end(new UUID(1, 2), tokens.access(), NOW);
        grants.end(new UUID(1, 2), Objects.requireNonNull(tokens.refresh()), NOW);
        assertThat(holds(tokens, NOW)).as("another's is left alone").isTrue();
        grants.end(CLIENT, tokens.access(), NOW);
        assertThat(holds(tokens, NOW)).isFalse();
        Tokens next = given(grants.refresh(CLIENT, Objects.requireNonNull(tokens.refresh()), null, NOW));
        grants.end(CLIENT, Objects.requireNonNull(next.refresh()), NOW);
        assertThat(holds(next, NOW)).isFalse();
        grants.end(CLIENT, "no token", NOW);
    }

    @OnEveryDatabase
    void list_tellsTheLearner_whoCanEndIt(Database database) {
        Tokens tokens = redeemed();
        assertThat(grants.list(ADA, NOW)).singleElement().satisfies(one -> {
            assertThat(one.scopes()).isEqualTo(ALL);
            assertThat(one.usedAt()).isNull();
        });
        holds(tokens, NOW.plusSeconds(5));
        assertThat(grants.list(ADA, NOW).get(0).usedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(grants.end(new PersonId(new UUID(2, 2)), CLIENT, NOW)).isFalse();
        assertThat(holds(tokens, NOW)).isTrue();
        assertThat(grants.end(ADA, CLIENT, NOW)).isTrue();
        assertThat(holds(tokens, NOW)).isFalse();
        assertThat(grants.list(ADA, NOW)).isEmpty();
    }

    @OnEveryDatabase
    void whatIsOver_isForgotten(Database database) {
        redeemed();
        assertThat(grants.list(ADA, NOW.plus(Tokens.REFRESH))).isEmpty();
        grants.allow(
                new Allowance(CLIENT, HERS, ALL, BACK, "c"),
                NOW.plus(Tokens.REFRESH).plus(Duration.ofDays(1)));
        assertThat(database.<Integer>read(handle -> handle.createQuery("select count(*) from oauth_token")
                        .mapTo(int.class)
                        .one()))
                .isZero();
    }
}
