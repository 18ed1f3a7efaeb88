package org.laurelbridge.webapp.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.fake.FakeBackpack;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.Connecting;
import org.laurelbridge.mapping.Identifier;

/** A learner's backpacks, page by page, against a host that speaks HTTP. */
class BackpackPagesTest {
    private static final String ALL = "/my/backpacks";
    private static final String CREDENTIALS = "/ims/ob/v3p0/credentials";
    private static final Pattern GO = Pattern.compile("class=\"btn btn-primary\" href=\"([^\"]+)\"");

    private final FakeBackpack host = new FakeBackpack();

    @TempDir
    private Path folder;

    private Laurel laurel;

    @BeforeEach
    void open() throws IOException {
        laurel = new Laurel(folder);
    }

    @AfterEach
    void close() {
        laurel.close();
        host.close();
    }

    private HttpResponse<String> add(String address) {
        return laurel.post(ALL, ALL, Map.of("address", address));
    }

    private static URI go(HttpResponse<String> found) {
        Matcher link = GO.matcher(found.body());
        assertThat(link.find()).as(found.body()).isTrue();
        return URI.create(link.group(1).replace("&amp;", "&"));
    }

    private HttpResponse<String> back(Map<String, String> came) {
        String query = came.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Laurel.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return laurel.get(ALL + "/back?" + query);
    }

    /** The path of Ada's backpack, connected by way of its pages. */
    private String connect() {
        HttpResponse<String> returned = back(host.agree(go(add(host.address().toString()))));
        assertThat(returned.statusCode()).isEqualTo(303);
        String location = returned.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    @Test
    void add_showsWhatWasFound_beforeTheLearnerGoesThere() {
        HttpResponse<String> found = add(host.address().toString());

        assertThat(found.body())
                .contains("Connect The Backpack", "Open Badges 3.0", "Go to 127.0.0.1")
                .contains("href=\"" + host.address() + "/terms\"", "href=\"" + host.address() + "/privacy\"")
                .doesNotContain("<script>");
        assertThat(go(found).getQuery()).contains("response_type=code", "state=", "code_challenge=");
    }

    @Test
    void add_whereNothingIs_saysWhatWasLookedForWhere() {
        host.describe(text -> "<h1>");
        assertThat(add(host.address() + "/<script>").body())
                .contains("Nothing was connected.", "This is no address of the web", "This is a trial installation")
                .doesNotContain("<script>");
        assertThat(add(host.address().toString()).body())
                .contains(
                        "No Open Badges 3.0 at " + host.address(),
                        "No Badge Connect at " + host.address(),
                        "value=\"" + host.address() + "\"");
    }

    @Test
    void back_withoutHavingLeft_connectsNothing() {
        assertThat(back(Map.of("state", "guessed", "code", "stolen")).body())
                .contains("Nobody was on the way to a backpack in this browser");
        assertThat(back(Map.of()).body()).contains("Nobody was on the way");
    }

    @Test
    void connected_isListed_andSendsWhatIsChosen() {
        Award award = laurel.earn();
        String path = connect();
        assertThat(laurel.get(ALL).body()).contains("href=\"" + path + "\"", "The Backpack", "state good\">Connected<");
        assertThat(laurel.get(path).body()).contains("Kubernetes fundamentals", "Not sent");

        HttpResponse<String> sent = laurel.post(
                path, path, Map.of("what", "send", "award", award.id().toString()));
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(path + "?done=backpack-sent");
        laurel.waitUntil(() -> laurel.get(path).body().contains("state good\">Sent<"));

        assertThat(host.badges()).containsOnlyKeys(laurel.address + "/awards/" + award.credential());
        assertThat(laurel.get(path + "/there").body()).contains("it holds 1 badge,", "As it is now");
        assertThat(laurel.post(path, path, Map.of("what", "send"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?done=backpack-nothing-chosen");
    }

    @Test
    void all_goByThemselves_asTheyCome() {
        String path = connect();
        laurel.post(path, path, Map.of("what", "choose", "all", "yes", "fresh", "yes"));
        assertThat(laurel.get(path).body()).contains("id=\"all\" name=\"all\" value=\"yes\" checked");
        laurel.earn();

        laurel.waitUntil(() -> host.badges().size() == 1);
    }

    @Test
    void refused_saysWhy_andLost_asksToConnectAgain() {
        Award award = laurel.earn();
        String path = connect();
        host.fail(CREDENTIALS, Response.of(400, "application/json", "{\"imsx_description\":\"No <b>room</b>\"}"));
        laurel.post(path, path, Map.of("what", "send", "award", award.id().toString()));
        laurel.waitUntil(() -> laurel.get(path).body().contains("state bad\">Not taken<"));
        assertThat(laurel.get(path).body()).contains("No &lt;b&gt;room&lt;/b&gt;");

        host.endAll();
        laurel.post(path, path, Map.of("what", "send", "award", award.id().toString()));
        laurel.waitUntil(() -> laurel.get(path).body().contains("Connect again"));
        assertThat(laurel.get(ALL).body()).contains("state bad\">Connect again<");

        back(host.agree(go(laurel.post(path, path, Map.of("what", "connect")))));
        laurel.waitUntil(() -> laurel.get(path).body().contains("state good\">Sent<"));
        assertThat(host.badges()).hasSize(1);
    }

    @Test
    void disconnect_endsIt() {
        String path = connect();
        HttpResponse<String> ended = laurel.post(path, path, Map.of("what", "disconnect"));

        assertThat(ended.headers().firstValue("Location").orElseThrow()).endsWith(ALL + "?done=backpack-ended");
        assertThat(host.isEntered()).isFalse();
        assertThat(laurel.get(path).statusCode()).isEqualTo(404);
        assertThat(laurel.get(ALL).body()).contains("No backpack is connected yet.");
    }

    @Test
    void ofAnother_isNotThere() {
        PersonId bob = laurel.bridge
                .stores()
                .people()
                .add(
                        "Bob",
                        List.of(new Identifier("email", "", "bob@example.org")),
                        laurel.bridge.clock().instant());
        Account account = Account.made("Bob", null, Set.of(Role.LEARNER), bob);
        laurel.bridge
                .stores()
                .accounts()
                .add(account, Login.byPassword("bob"), laurel.bridge.clock().instant());
        var connecting = laurel.bridge.backpacking().connecting();
        var begun = (Connecting.Begun.Ready)
                connecting.begin(account.id(), "bob's browser", host.address().toString());
        Map<String, String> came = host.agree(begun.authorization());

        // what is Bob's to bring back is worth nothing in Ada's browser
        assertThat(back(came).body()).contains("Nobody was on the way");
        connecting.end(
                account.id(),
                "bob's browser",
                new Connecting.Return(came.get("state"), came.get("code"), null, null, null));
        String his = ALL + "/"
                + laurel.bridge.backpacking().backpacks().list(bob).get(0).id();
        assertThat(laurel.get(his).statusCode()).isEqualTo(404);
        assertThat(laurel.get(his + "/there").statusCode()).isEqualTo(404);
        assertThat(laurel.post(ALL, his, Map.of("what", "disconnect")).statusCode())
                .isEqualTo(404);
        assertThat(laurel.get(ALL + "/nothing").statusCode()).isEqualTo(404);
        assertThat(laurel.postWith("forged", ALL, Map.of("address", "x")).statusCode())
                .isEqualTo(403);
    }
}
