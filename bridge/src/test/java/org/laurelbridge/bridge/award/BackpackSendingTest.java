package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.Backpack.Choice;
import org.laurelbridge.bridge.send.Looking.Age;
import org.laurelbridge.bridge.send.Looking.Place;
import org.laurelbridge.bridge.send.Looking.Seen;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.OutboxStore;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.json.JsonMapper;

/** What is sent stands at the host once, in its newest form, whatever happens on the way. */
class BackpackSendingTest extends WithBackpack {

    private void sign() {
        issuer.issueDue();
        node.deliver();
    }

    private String validFrom() {
        return new JsonMapper()
                .readTree(host.badges().get(id()))
                .path("validFrom")
                .asString();
    }

    private void showScore() {
        new SharingStore(walk.database).choose(award.id(), new Sharing(true, true, false, false), walk.clock.instant());
    }

    private static Response status(int status, String description) {
        return Response.of(
                status,
                "application/json",
                "{\"imsx_codeMajor\":\"failure\",\"imsx_severity\":\"error\",\"imsx_description\":\"" + description
                        + "\",\"imsx_codeMinor\":{\"imsx_codeMinorField\":[{\"imsx_codeMinorFieldName\":\"x\","
                        + "\"imsx_codeMinorFieldValue\":\"invaliddata\"}]}}");
    }

    @OnEveryDatabase
    void send_whatIsChosen_standsThereAsItIsSigned() {
        Backpack backpack = connectAndSend();

        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(new JsonMapper().readTree(host.badges().get(id())))
                .isEqualTo(new JsonMapper()
                        .readTree(credentials.find(award.credential()).orElseThrow()));
        assertThat(host.requests().get(host.requests().size() - 1).header("content-type"))
                .startsWith("application/json");
    }

    @OnEveryDatabase
    void send_whatIsNotTheLearners_isLeftOut() {
        Backpack backpack = connect();

        assertThat(node.backpacks().send(backpack.id(), List.of(new AwardId(UUID.randomUUID())), walk.clock.instant()))
                .isZero();
        sign();
        assertThat(host.badges()).isEmpty();
    }

    @OnEveryDatabase
    void choose_all_sendsWhatIsThere_andWhatComes() {
        Backpack backpack = connect();
        node.backpacks().choose(backpack.id(), new Choice(true, true), walk.clock.instant());
        node.deliver();
        assertThat(host.badges()).containsOnlyKeys(id());

        earnLab();
        node.deliver();
        assertThat(host.badges()).hasSize(1);
        sign();

        assertThat(host.badges()).hasSize(2);
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(2);
    }

    @OnEveryDatabase
    void disabledAccount_getsNothingMore() {
        Backpack backpack = connect();
        node.backpacks().choose(backpack.id(), new Choice(true, true), walk.clock.instant());
        new AccountStore(walk.database).disable(ada, true);
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.STUCK);
        assertThat(sent(backpack).trouble()).isEqualTo("who said yes to it may not sign in any more");

        earnLab();
        sign();

        assertThat(host.badges()).isEmpty();
        assertThat(node.backpacks().listSent(backpack.id())).hasSize(1);
    }

    @OnEveryDatabase
    void choose_notAll_sendsNothingByItself() {
        connectAndSend();

        earnLab();
        sign();
        assertThat(host.badges()).containsOnlyKeys(id());
    }

    @OnEveryDatabase
    void signedAgain_isSentAgain_whereItIsToBeKeptFresh() {
        Backpack backpack = connectAndSend();
        String first = validFrom();
        walk.clock.turn(Duration.ofMinutes(1));
        showScore();
        sign();
        assertThat(Instant.parse(validFrom())).isAfter(Instant.parse(first));

        node.backpacks().choose(backpack.id(), new Choice(false, false), walk.clock.instant());
        walk.clock.turn(Duration.ofMinutes(1));
        String second = validFrom();
        new SharingStore(walk.database).choose(award.id(), Sharing.UNCHOSEN, walk.clock.instant());
        sign();

        assertThat(validFrom()).isEqualTo(second);
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(2);
    }

    @OnEveryDatabase
    void takenBack_hostIsToldToLook_once() {
        connectAndSend();
        new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock).revoke(award, "copied");
        sign();
        sign();

        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(2);
        assertThat(host.badges()).containsOnlyKeys(id());
    }

    @OnEveryDatabase
    void takenBack_beforeItWasEverSent_staysHere() {
        Backpack backpack = connect();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock).revoke(award, "copied");
        sign();

        assertThat(host.badges()).isEmpty();
        assertThat(sent(backpack).trouble()).isEqualTo("the badge was taken back before it was sent");
    }

    @OnEveryDatabase
    void orderThatWaits_whenAMergeIsUndone_staysHere() {
        PersonId other =
                walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
        UUID bob = account(other, "bob");
        long merge = walk.people
                .merge(award.person(), other, "one person", walk.clock.instant())
                .id();
        Backpack backpack = connect(bob);
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        walk.people.unmerge(merge, walk.clock.instant());
        node.deliver();

        assertThat(host.badges()).isEmpty();
        assertThat(sent(backpack).trouble()).isEqualTo("the badge is another learner's");
    }

    @OnEveryDatabase
    void renewed_goesWhereTheOneBeforeIs() {
        connectAndSend();
        walk.turn(Duration.ofDays(3));
        walk.walk(Walk.scored(SECOND, "0.95", "2026-03-03T10:00:00Z"));
        assertThat(walk.all()).hasSize(2);
        sign();

        assertThat(host.badges()).hasSize(2);
    }

    @OnEveryDatabase
    void answerLost_afterItWorked_isSentAgain_andStandsOnce() {
        Backpack backpack = connect();
        host.lose(CREDENTIALS);
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.UNKNOWN);
        assertThat(host.badges()).hasSize(1);

        walk.clock.turn(Duration.ofMinutes(1));
        node.deliver();

        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(host.badges()).containsOnlyKeys(id());
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(2);
    }

    @OnEveryDatabase
    void tokenOver_isRenewedOnce_andWorkGoesOn() {
        Backpack backpack = connect();
        host.endAccess();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();

        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(host.count("POST", "/token")).isEqualTo(2);

        // as the host said, it is over: it is not even tried
        walk.clock.turn(Duration.ofHours(1));
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        assertThat(host.count("POST", "/token")).isEqualTo(3);
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(3);
    }

    @OnEveryDatabase
    void tokenOver_renewalsAnswerLost_learnerIsAsked_andNothingIsLost() {
        Backpack backpack = connect();
        host.endAccess();
        host.lose("/token");
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.DUE);

        walk.clock.turn(Duration.ofMinutes(2));
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.STUCK);
        assertThat(sent(backpack).trouble()).contains("connect The Backpack again");

        connect();
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
    }

    @OnEveryDatabase
    void twoNodes_renewOnce(TestDatabase database) throws Exception {
        Backpack backpack = connectAndSend();
        Node other = node(database.open());
        for (int round = 1; round <= 3; round++) {
            host.endAccess();
            List<Callable<Seen>> visits = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                visits.add(() -> node.looking().look(backpack, List.of(award)));
                visits.add(() -> other.looking().look(backpack, List.of(award)));
            }
            ExecutorService threads = Executors.newFixedThreadPool(visits.size());
            threads.invokeAll(visits);
            threads.shutdown();

            assertThat(host.count("POST", "/token")).isEqualTo(1 + round);
        }
        assertThat(node.backpacks().find(backpack.id()).orElseThrow().lost()).isNull();
        assertThat(look(backpack)).isEqualTo(new Seen.Stands(1, true, List.of(place(Age.NEWEST))));
    }

    @OnEveryDatabase
    void gradebooksCourier_carriesNothingToBackpacks() {
        Backpack backpack = connect();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        OutboxStore gradebooks = new OutboxStore(walk.database, walk.awards, walk.people, badge -> badge);

        assertThat(gradebooks.claim(walk.clock.instant(), Duration.ofMinutes(10), 10, Set.of()))
                .extracting(claim -> claim.delivery().target())
                .containsExactly("own");
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(walk.deliveries()).anyMatch(row -> row.startsWith("own/ r1 100 of 100 sending"));
    }

    @OnEveryDatabase
    void busyHost_isLeftAlone_asLongAsItAsks() {
        Backpack backpack = connect();
        host.fail(CREDENTIALS, status(429, "slower").with("Retry-After", "600"));
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        walk.clock.turn(Duration.ofMinutes(9));
        node.deliver();
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(1);
        assertThat(sent(backpack).trouble()).contains("answered 429: \"slower; invaliddata\"");

        walk.clock.turn(Duration.ofMinutes(1));
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
    }

    @OnEveryDatabase
    void brokenHost_isTriedAgainInHalfAnHour() {
        Backpack backpack = connect();
        host.fail(CREDENTIALS, Response.html(502, "<h1>Bad Gateway</h1>"));
        host.fail(CREDENTIALS, Response.html(200, "<h1>Please sign in</h1>"));
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        for (int again = 0; again < 2; again++) {
            assertThat(sent(backpack).state()).isEqualTo(State.DUE);
            walk.clock.turn(Duration.ofMinutes(29));
            node.deliver();
            walk.clock.turn(Duration.ofMinutes(1));
            node.deliver();
        }

        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(host.count("POST", CREDENTIALS)).isEqualTo(3);
    }

    @OnEveryDatabase
    void refused_saysWhatTheHostSays() {
        Backpack backpack = connect();
        host.fail(CREDENTIALS, status(400, "The credential is not for you"));
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();

        assertThat(sent(backpack).state()).isEqualTo(State.STUCK);
        assertThat(sent(backpack).trouble()).isEqualTo("answered 400: \"The credential is not for you; invaliddata\"");
    }

    @OnEveryDatabase
    void look_saysWhatStandsThere_fromAllPages() {
        Backpack backpack = connectAndSend();
        for (int i = 0; i < 4; i++) {
            host.put("https://other.example/" + i, "{\"id\":\"https://other.example/" + i + "\"}");
        }
        assertThat(look(backpack)).isEqualTo(new Seen.Stands(5, true, List.of(place(Age.NEWEST))));

        host.forgetLinks();
        node.backpacks().choose(backpack.id(), new Choice(false, false), walk.clock.instant());
        walk.clock.turn(Duration.ofMinutes(1));
        showScore();
        sign();
        assertThat(look(backpack)).isEqualTo(new Seen.Stands(5, true, List.of(place(Age.OLDER))));

        host.fail(CREDENTIALS, Response.silent(Ending.RESET));
        assertThat(look(backpack)).isEqualTo(new Seen.Closed("there was no connection"));
    }

    private Seen look(Backpack backpack) {
        return node.looking().look(backpack, List.of(award));
    }

    private Place place(Age age) {
        return new Place(award, age);
    }

    @OnEveryDatabase
    void badgeConnect_takesTheSignedForm_orTheHostedOne_whereTheLearnerAgreed() {
        host.old();
        Backpack backpack = connectAndSend();
        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(host.badges().keySet()).allMatch(token -> token.startsWith("ey"));

        new SharingStore(walk.database).choose(award.id(), new Sharing(true, false, false, true), walk.clock.instant());
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();

        URI hosted = URI.create(id() + "/ob2.json");
        assertThat(host.badges()).containsKey(hosted.toString());
    }
}
