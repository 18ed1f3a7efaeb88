package org.laurelbridge.bridge.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.bridge.fake.FakeBackpack;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fetch.Ask;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.fetch.SafeFetcher;
import org.laurelbridge.bridge.send.Discovery.Found;
import org.laurelbridge.bridge.send.ob2.BadgeConnectDiscovery;
import org.laurelbridge.bridge.send.ob3.Ob3Discovery;
import org.laurelbridge.bridge.send.wire.Addressed;
import org.laurelbridge.bridge.send.wire.Came;
import org.laurelbridge.bridge.send.wire.HostClient;
import tools.jackson.databind.json.JsonMapper;

/** What hosts say of themselves, and what they should. */
class DiscoveryTest {
    private static final String DISCOVERY = "/ims/ob/v3p0/discovery";

    private final FakeBackpack host = new FakeBackpack();
    private final SafeFetcher fetcher = new SafeFetcher(Reach.TRIAL, InstantSource.system());
    private final HostClient client = new HostClient(fetcher, InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        host.close();
    }

    private Services services(UnaryOperator<String> changed) {
        host.describe(changed);
        Found found = new Ob3Discovery(client).find(host.address());
        return found instanceof Found.Here here ? here.services() : fail(found);
    }

    private static Services fail(Found found) {
        throw new AssertionError(found.toString());
    }

    private String missing(UnaryOperator<String> changed) {
        host.describe(changed);
        Found found = new Ob3Discovery(client).find(host.address());
        return found instanceof Found.Unsure unsure ? "unsure: " + unsure.why() : ((Found.Missing) found).why();
    }

    private URI at(String path) {
        return URI.create(host.address() + path);
    }

    @Test
    void ob3_isRead() {
        Services services = services(text -> text);

        assertThat(services.version()).isEqualTo(Version.OB3);
        assertThat(services.name()).isEqualTo("The Backpack");
        assertThat(services.api()).isEqualTo(at("/ims/ob/v3p0"));
        assertThat(services.registration()).isEqualTo(at("/register"));
        assertThat(services.revocation()).isEqualTo(at("/revoke"));
        assertThat(services.terms()).isEqualTo(at("/terms"));
        assertThat(services.scopes()).contains(Version.OB3.sending());
    }

    @Test
    void ob2_isRead() {
        host.old();
        Found found = new BadgeConnectDiscovery(client).find(at("/some/page"));

        assertThat(found).isInstanceOfSatisfying(Found.Here.class, here -> {
            assertThat(here.services().version()).isEqualTo(Version.OB2);
            assertThat(here.services().api()).isEqualTo(at("/ims/ob/v2p1"));
            assertThat(here.services().revocation()).isEqualTo(at("/revoke"));
        });
    }

    @Test
    void ob2_withoutAVersionOfOurs_orWithoutAddresses_saysSo() {
        host.old();
        host.describe(text -> text.replace("v2p1\",", "v9p9\","));
        assertThat(((Found.Missing) new BadgeConnectDiscovery(client).find(host.address())).why())
                .contains("names no API of version v2p1");
        host.describe(text -> text.replace("\"tokenUrl\"", "\"x\"").replace("\"apiBase\"", "\"y\""));
        assertThat(((Found.Missing) new BadgeConnectDiscovery(client).find(host.address())).why())
                .contains("tokenUrl is missing", "apiBase is missing");
    }

    @Test
    void ob3_addressesOfOtherKinds_areUnderstood() {
        String address = host.address().toString();
        String bare = address.replace("http://", "");

        assertThat(services(text -> text.replace(address + "/token", "/oauth/token"))
                        .token())
                .isEqualTo(at("/oauth/token"));
        assertThat(services(text -> text.replace(address + "/authorize", "login.example.org/authorize"))
                        .authorization())
                .isEqualTo(URI.create("http://login.example.org/authorize"));
        assertThat(services(text -> text.replace(address + "/register", bare + "/register"))
                        .registration())
                .isEqualTo(at("/register"));
        assertThat(services(text -> text.replace("\"refreshUrl\"", "\"x\"")).refresh())
                .isEqualTo(at("/token"));
        assertThat(services(text -> text.replace(address + "/ims/ob/v3p0", "https://{hostName}{basePath}"))
                        .api())
                .isEqualTo(at("/ims/ob/v3p0"));
        assertThat(services(text -> text.replace(address + "/ims/ob/v3p0", "https://api.example.org/ims/ob/v3p0/"))
                        .api())
                .isEqualTo(URI.create("https://api.example.org/ims/ob/v3p0"));
    }

    @Test
    void ob3_allThatIsMissing_isSaidAtOnce() {
        assertThat(missing(text -> text.replace("\"tokenUrl\"", "\"x\"")
                        .replace("x-imssf-registrationUrl", "y")
                        .replace("credential.upsert", "credential.other")))
                .contains(
                        "tokenUrl is missing",
                        "x-imssf-registrationUrl is missing",
                        "credential.upsert is not offered");
    }

    @Test
    void ob3_unkindAnswers_areSaidInWords() {
        host.fail(DISCOVERY, Response.html(200, "<h1>Welcome</h1>"));
        host.fail(DISCOVERY, Response.of(200, "application/json", "[" + "1,".repeat(1_000_000) + "1]"));
        host.fail(DISCOVERY, Response.of(302, "text/plain", "").with("Location", "http://10.0.0.1/discovery"));
        host.fail(DISCOVERY, Response.broken("nonsense"));
        host.fail(DISCOVERY, Response.of(302, "text/plain", "").with("Location", DISCOVERY));

        assertThat(missing(text -> text)).contains("the answer is no OpenAPI document");
        assertThat(missing(text -> text)).contains("the answer is too large");
        assertThat(missing(text -> text)).contains("the name does not lead to a public address");
        assertThat(missing(text -> text)).contains("unsure: ", "there was no connection");
        // it led back to itself, where it answers
        assertThat(services(text -> text).name()).isEqualTo("The Backpack");
    }

    @Test
    void ob3_otherContentTypes_areReadAllTheSame() {
        host.fail(DISCOVERY, Response.of(200, "text/plain", description()));
        assertThat(services(text -> text).name()).isEqualTo("The Backpack");
    }

    private String description() {
        return client.ask(Ask.get(at(DISCOVERY))) instanceof Came.Answered answered
                ? answered.answer().text()
                : "";
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/a, https://x.example/a",
        "/a, https://host.example/a",
        "x.example/a, https://x.example/a",
        "http://x.example/a,",
        "javascript:alert(1),",
        "ftp://x.example/a,",
        "https:///a,",
        "mailto:a@x.example,"
    })
    void addressesOfAnHttpsDocument_areOfHttps(String text, @Nullable String expected) {
        Addressed addressed = new Addressed(URI.create("https://host.example/discovery"));
        URI read = addressed.optional(new JsonMapper().createObjectNode().put("a", text), "a");

        assertThat(read).isEqualTo(expected == null ? null : URI.create(expected));
        assertThat(addressed.isRight()).isEqualTo(expected != null);
    }

    @ParameterizedTest
    @CsvSource({
        "backpack.example.org, https://backpack.example.org",
        "' HTTPS://Backpack.Example.org/ ', https://backpack.example.org",
        "https://x.example/tenant/, https://x.example/tenant",
        "https://x.example/tenant/ims/ob/v3p0/discovery, https://x.example/tenant",
        "https://x.example/.well-known/badgeconnect.json?a=b#c, https://x.example",
        "https://x.example:8443/, https://x.example:8443",
        "javascript:alert(1),",
        "https://user:secret@x.example/,",
        "nobody@x.example,",
        "https://,",
        "'',"
    })
    void hostsAddress_isReadAsPeopleWriteIt(String text, @Nullable String expected) {
        assertThat(HostAddress.read(text).map(URI::toString).orElse(null)).isEqualTo(expected);
    }
}
