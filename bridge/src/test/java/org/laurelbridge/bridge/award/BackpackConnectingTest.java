package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.fake.FakeServer.Ending;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Backpack;
import org.laurelbridge.bridge.send.Connecting.Begun;
import org.laurelbridge.bridge.send.Connecting.Ended;
import org.laurelbridge.bridge.send.Version;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a backpack is connected, once, by who left and came back. */
class BackpackConnectingTest extends WithBackpack {

    private String failed(Map<String, String> came) {
        Ended ended = node.connecting().end(ada, BROWSER, back(came));
        return ended instanceof Ended.Failed failed ? failed.why() : "connected";
    }

    private static Map<String, String> with(Map<String, String> came, String name, String value) {
        Map<String, String> other = new HashMap<>(came);
        other.put(name, value);
        return other;
    }

    private PersonId bob() {
        return walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
    }

    @OnEveryDatabase
    void begin_registersOnce_withAllThatTheSpecificationAsksFor() {
        URI first = begin();
        UUID bob = account(bob(), "bob");
        URI second = begin(bob);

        assertThat(host.count("POST", "/register")).isEqualTo(1);
        assertThat(first.getQuery()).contains("client_id=client-1", "code_challenge_method=S256");
        assertThat(second.getQuery()).contains("client_id=client-1");
        JsonNode client = new JsonMapper()
                .readTree(host.requests().stream()
                        .filter(request -> request.path().equals("/register"))
                        .findFirst()
                        .orElseThrow()
                        .body());
        for (String required : List.of(
                "client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri", "software_id", "software_version")) {
            assertThat(client.path(required).asString()).as(required).isNotEmpty();
        }
        assertThat(client.path("redirect_uris").get(0).asString())
                .isEqualTo("https://badges.example.org/my/backpacks/back");
        assertThat(client.path("token_endpoint_auth_method").asString()).isEqualTo("client_secret_basic");
        assertThat(client.path("scope").asString())
                .contains("v3p0/scope/credential.upsert", "v3p0/scope/credential.readonly", "offline_access");
    }

    @OnEveryDatabase
    void begin_registrationThatIsOver_isMadeAnew() {
        host.fail(
                "/register",
                Response.of(
                        201,
                        "application/json",
                        "{\"client_id\":\"brief\",\"client_secret\":\"x\",\"client_secret_expires_at\":1772366460,"
                                + "\"redirect_uris\":[\"https://badges.example.org/my/backpacks/back\"]}"));
        assertThat(begin().getQuery()).contains("client_id=brief");
        walk.clock.turn(Duration.ofMinutes(2));

        assertThat(begin().getQuery()).contains("client_id=client-1");
    }

    @OnEveryDatabase
    void end_connects_andSecretsRestSealed() {
        Backpack backpack = connect();

        assertThat(node.backpacks().list(award.person())).containsExactly(backpack);
        assertThat(backpack.choice()).isEqualTo(Backpack.Choice.UNCHOSEN);
        assertThat(backpack.host().services().name()).isEqualTo("The Backpack");
        String kept = walk.database
                .read(handle -> handle.createQuery("""
                                select access_token, refresh_token, client, client_secret
                                from backpack b join backpack_host h on h.id = b.host""").mapToMap().list())
                .toString();
        assertThat(kept).doesNotContain("access-", "refresh-", "secret&");
        assertThat(node.passes().find(backpack.id()).orElseThrow().grant().access())
                .startsWith("access-");
    }

    @OnEveryDatabase
    void end_onceAlone_inTheBrowserThatLeft_forWhoLeft_inTime() {
        UUID bob = account(bob(), "bob");
        Map<String, String> came = host.agree(begin());

        assertThat(node.connecting().end(ada, "another browser", back(came))).isInstanceOf(Ended.Failed.class);
        assertThat(node.connecting().end(bob, BROWSER, back(came))).isInstanceOf(Ended.Failed.class);
        assertThat(failed(with(came, "state", "guessed"))).contains("Nobody was on the way");
        assertThat(failed(came)).isEqualTo("connected");
        assertThat(failed(came)).contains("Nobody was on the way");

        Map<String, String> late = host.agree(begin());
        walk.clock.turn(Duration.ofMinutes(10));
        assertThat(failed(late)).contains("more than ten minutes");
        assertThat(walk.count("backpack_way")).isZero();
        assertThat(host.count("POST", "/token")).isEqualTo(1);
    }

    @OnEveryDatabase
    void end_whatTheHostSays_isToldInWords() {
        String no = host.agree(begin()).get("state");
        assertThat(failed(Map.of("state", no, "error", "access_denied")))
                .isEqualTo("The Backpack did not agree: you said no there.");
        String broken = host.agree(begin()).get("state");
        assertThat(failed(Map.of("state", broken, "error", "server_error", "error_description", "down")))
                .isEqualTo("The Backpack did not agree: server_error, \"down\".");
        // a host that names another as who gave the code: the code is not for it (RFC 9207)
        assertThat(failed(with(host.agree(begin()), "iss", "https://evil.example")))
                .contains("Somebody else");
        assertThat(failed(with(host.agree(begin()), "code", "wrong"))).contains("invalid_grant; it is spent");
        assertThat(node.backpacks().list(award.person())).isEmpty();
    }

    @OnEveryDatabase
    void end_scopeWithoutSending_isGivenBack() {
        host.fail(
                "/token",
                Response.of(
                        200, "text/plain", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"scope\":\"openid\"}"));

        assertThat(failed(host.agree(begin()))).contains("does not let Laurel put badges there", "\"openid\"");
        assertThat(host.count("POST", "/revoke")).isEqualTo(1);
        assertThat(node.backpacks().list(award.person())).isEmpty();
    }

    @OnEveryDatabase
    void end_noAnswerToTheCode_isNotAskedAgain() {
        host.lose("/token");

        assertThat(failed(host.agree(begin()))).contains("gave no token", "Begin again");
        assertThat(host.count("POST", "/token")).isEqualTo(1);
    }

    @OnEveryDatabase
    void connectAgain_isTheSameBackpack_andSendsWhatWasStuck() {
        Backpack backpack = connect();
        host.endAll();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();
        assertThat(sent(backpack).state()).isEqualTo(State.STUCK);
        assertThat(sent(backpack).trouble()).contains("connect The Backpack again");
        assertThat(node.backpacks().find(backpack.id()).orElseThrow().lost()).contains("it is spent");

        Backpack again = connect();
        node.deliver();

        assertThat(again.id()).isEqualTo(backpack.id());
        assertThat(again.lost()).isNull();
        assertThat(sent(backpack).state()).isEqualTo(State.DELIVERED);
        assertThat(host.badges()).containsOnlyKeys(id());
    }

    @OnEveryDatabase
    void clientThatTheHostForgot_isRegisteredAnew() {
        Backpack backpack = connect();
        host.endAccess();
        host.fail("/token", Response.of(401, "application/json", "{\"error\":\"invalid_client\"}"));
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();

        connect();
        assertThat(host.count("POST", "/register")).isEqualTo(2);
    }

    @OnEveryDatabase
    void disconnect_endsItThere_andForgetsItHere() {
        Backpack backpack = connectAndSend();

        assertThat(node.connecting().disconnect(backpack)).isTrue();
        assertThat(host.isEntered()).isFalse();
        assertThat(node.backpacks().list(award.person())).isEmpty();
        assertThat(node.passes().find(backpack.id())).isEmpty();
        assertThat(walk.deliveries()).noneMatch(row -> row.startsWith("backpack:"));
    }

    @OnEveryDatabase
    void disconnect_hostThatIsAway_isForgottenAllTheSame() {
        Backpack backpack = connect();
        host.fail("/revoke", Response.silent(Ending.RESET));

        assertThat(node.connecting().disconnect(backpack)).isFalse();
        assertThat(node.backpacks().list(award.person())).isEmpty();
    }

    @OnEveryDatabase
    void begin_noHost_saysWhatWasFoundWhere() {
        host.describe(text -> "<html>Welcome</html>");
        Begun begun = node.connecting().begin(ada, BROWSER, host.address().toString());

        assertThat(begun)
                .isInstanceOfSatisfying(
                        Begun.Blocked.class,
                        blocked -> assertThat(blocked.why())
                                .containsExactly(
                                        "No Open Badges 3.0 at " + host.address()
                                                + "/ims/ob/v3p0/discovery: the answer is no OpenAPI document.",
                                        "No Badge Connect at " + host.address()
                                                + "/.well-known/badgeconnect.json: answered 404."));
        assertThat(node.connecting().begin(ada, BROWSER, "ftp://x")).isInstanceOf(Begun.Blocked.class);
    }

    @OnEveryDatabase
    void mergeThatIsUndone_leavesEachTheirOwnBackpack() {
        PersonId other = bob();
        UUID bob = account(other, "bob");
        long merge = walk.people
                .merge(award.person(), other, "one person", walk.clock.instant())
                .id();
        Backpack backpack = connect(bob);
        assertThat(backpack.person()).isEqualTo(award.person());
        assertThat(node.backpacks().list(award.person())).containsExactly(backpack);

        walk.people.unmerge(merge, walk.clock.instant());

        assertThat(node.backpacks().list(award.person())).isEmpty();
        assertThat(node.backpacks().list(other)).extracting(Backpack::id).containsExactly(backpack.id());
        assertThat(node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant()))
                .isZero();
    }

    @OnEveryDatabase
    void begin_hostInABadMoment_staysWhatItIs_forEverybody() {
        Backpack backpack = connect();
        host.fail("/ims/ob/v3p0/discovery", Response.of(503, "text/plain", ""));
        host.old();
        Begun begun = node.connecting().begin(ada, BROWSER, host.address().toString());

        assertThat(begun)
                .isInstanceOfSatisfying(
                        Begun.Blocked.class,
                        blocked -> assertThat(blocked.why())
                                .singleElement()
                                .asString()
                                .contains("answered 503. Try again"));
        // it speaks Badge Connect alone from now on: who is connected otherwise is left as they are
        begin();
        assertThat(node.backpacks()
                        .find(backpack.id())
                        .orElseThrow()
                        .host()
                        .services()
                        .version())
                .isEqualTo(Version.OB3);
    }

    @OnEveryDatabase
    void clientThatTheHostForgot_asksAllOthersToConnectAgain() {
        Backpack backpack = connect();
        Map<String, String> onTheWay = host.agree(begin());
        node.hosts().forget(backpack.host().id(), backpack.host().client().id());
        host.endAccess();
        node.backpacks().send(backpack.id(), List.of(award.id()), walk.clock.instant());
        node.deliver();

        assertThat(sent(backpack).trouble()).isEqualTo("connect The Backpack again: it does not know Laurel any more");
        assertThat(failed(onTheWay)).contains("does not know Laurel any more: begin again");
    }

    @OnEveryDatabase
    void connectAgain_byWhomTheyWereMergedInto_isTheSameBackpack() {
        PersonId other = bob();
        UUID bob = account(other, "bob");
        Backpack backpack = connect(bob);
        walk.people.merge(award.person(), other, "one person", walk.clock.instant());
        Backpack own = connect();
        assertThat(own.id()).isNotEqualTo(backpack.id());
        node.backpacks().remove(own.id());
        node.passes().lose(backpack.id(), 1, "over");

        assertThat(connect().id()).isEqualTo(backpack.id());
        assertThat(node.backpacks().list(award.person()))
                .singleElement()
                .extracting(Backpack::lost)
                .isNull();
    }

    @OnEveryDatabase
    void connectAgain_inAnotherVersion_isTheSameBackpack() {
        Backpack backpack = connect();
        host.old();

        Backpack again = connect();
        assertThat(again.id()).isEqualTo(backpack.id());
        assertThat(again.host().services().version()).isEqualTo(Version.OB2);
    }
}
