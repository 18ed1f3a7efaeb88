package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.verify.fetch.Reach;
import org.laurelbridge.webapp.site.Site;

/** A platform registers Laurel, and people come in from it with a browser. */
class LtiPagesTest {
    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    private static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    private final LtiPlatformDouble platform = new LtiPlatformDouble();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    private Bridge bridge;
    private Site site;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(
                file,
                "public-url: %s%nhttp: {host: 127.0.0.1, port: %d}%ndata: %s%n"
                        .formatted(address, port, folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()),
                Reach.TRIAL,
                InstantSource.system());
        site = Site.open(bridge);
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
        platform.close();
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(form))));
    }

    private static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
        String carried = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return carried.isEmpty() ? request : request.header("Cookie", carried);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> invited() {
        String invitation = bridge.lti()
                .invitations()
                .give(new Invitation("campus", true), bridge.clock().instant());
        return new HashMap<>(Map.of(
                "invitation",
                invitation,
                "openid_configuration",
                platform.configuration().toString(),
                "registration_token",
                LtiPlatformDouble.TOKEN));
    }

    private void register() {
        assertThat(post("/lti/register", invited()).body()).contains("Laurel is registered");
    }

    private Map<String, String> announced() {
        return new HashMap<>(Map.of(
                "iss",
                platform.address().toString(),
                "target_link_uri",
                address + "/lti/open",
                "login_hint",
                "3",
                "lti_message_hint",
                "course 2, " + UUID.randomUUID(),
                "client_id",
                LtiPlatformDouble.CLIENT));
    }

    private URI begin() {
        HttpResponse<String> onward = post("/lti/login", announced());
        assertThat(onward.statusCode()).isEqualTo(302);
        return URI.create(onward.headers().firstValue("Location").orElseThrow());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void register_asksFirst_andIsGoodOnce() {
        Map<String, String> invited = invited();
        assertThat(get("/lti/register?" + query(invited)).body())
                .contains("Register Laurel at 127.0.0.1", "campus", "value=\"one-hour\"");
        assertThat(bridge.lti().platforms().list()).isEmpty();
        assertThat(post("/lti/register", invited).body()).contains("Laurel is registered", LtiPlatformDouble.CLIENT);
        assertThat(bridge.lti().platforms().list()).extracting("name").containsExactly("campus");
        assertThat(post("/lti/register", invited).statusCode()).isEqualTo(404);
    }

    @Test
    void register_withoutInvitation_asksNobody() {
        Map<String, String> invited = invited();
        invited.put("invitation", "guessed");
        assertThat(get("/lti/register?" + query(invited)).statusCode()).isEqualTo(404);
        assertThat(post("/lti/register", invited).statusCode()).isEqualTo(404);
        assertThat(bridge.lti().platforms().list()).isEmpty();
    }

    @Test
    void register_standsInThePageOfThePlatformThatIsToCome_andInNobodyElses() {
        Map<String, String> invited = invited();
        String path = "/lti/register?" + query(invited);
        assertThat(policy(path)).endsWith("frame-ancestors 'self' " + platform.address());
        HttpResponse<String> registered = post("/lti/register", invited);
        assertThat(registered.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'self' " + platform.address());
        HttpResponse<String> again = get(path);
        assertThat(again.body()).contains("good once").doesNotContain("<form");
        assertThat(policy(path)).contains("frame-ancestors 'self' " + platform.address());
    }

    @Test
    void register_configurationThatIsNoPlainAddress_isRefusedAndChangesNoHeader() {
        for (String address : new String[] {
            "http://x;script-src%20*@127.0.0.1/", "javascript://127.0.0.1/%0aalert(1)", "http://a b/", "//127.0.0.1/"
        }) {
            Map<String, String> invited = invited();
            invited.put("openid_configuration", address);
            String path = "/lti/register?" + query(invited);
            assertThat(get(path).statusCode()).as(address).isEqualTo(400);
            assertThat(policy(path)).endsWith("frame-ancestors 'none'");
        }
    }

    @Test
    void register_refusedByThePlatform_saysWhereAndWhy() {
        Map<String, String> invited = invited();
        invited.put("registration_token", "<script>");
        HttpResponse<String> refused = post("/lti/register", invited);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("status 401", "§3.7").doesNotContain("<script>");
    }

    @Test
    void launch_learner_seesTheirBadges() {
        register();
        HttpResponse<String> launched = post("/lti/launch", platform.agree(begin(), "3", LEARNER));
        assertThat(launched.statusCode()).isEqualTo(303);
        assertThat(location(launched)).isEqualTo(address + "/lti/open");
        assertThat(location(get("/lti/open"))).endsWith("/my");
        assertThat(get("/my").body()).contains("Ada Lovelace");
        assertThat(get("/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void launch_teacher_seesTheirClassAndNoLearnersPage() {
        register();
        String landed = location(post("/lti/launch", platform.agree(begin(), "2", TEACHER)));
        assertThat(landed).startsWith(address + "/teach/courses/");
        assertThat(get(landed.substring(address.toString().length())).body())
                .contains("Ada Lovelace", "Nobody of this class is known yet");
        assertThat(location(get("/lti/open"))).endsWith("/teach");
        assertThat(get("/my").statusCode()).isEqualTo(404);
    }

    /** A token that a platform signed, forged: its claims, signed otherwise. */
    private interface Forger {
        String forge(Map<String, Object> claims) throws JOSEException;
    }

    private void assertNobodyIn(String what, Forger forger) throws ParseException, JOSEException {
        cookies.clear();
        Map<String, String> came = new HashMap<>(platform.agree(begun(what), "3", LEARNER));
        Map<String, Object> claims = new LinkedHashMap<>(
                JWSObject.parse(came.get("id_token")).getPayload().toJSONObject());
        came.put("id_token", forger.forge(claims));
        assertThat(post("/lti/launch", came).statusCode()).as(what).isEqualTo(401);
        assertThat(location(get("/my"))).as(what).contains("/sign-in");
    }

    /** A login with an announcement of its own: the platform takes each once. */
    private URI begun(String hint) {
        Map<String, String> login = announced();
        login.put("lti_message_hint", hint);
        return URI.create(location(post("/lti/login", login)));
    }

    @Test
    void launch_forged_letsNobodyIn() throws ParseException, JOSEException {
        register();
        byte[] publicKey = platform.signer().key().toRSAPublicKey().getEncoded();
        assertNobodyIn("alg none", claims -> {
            Base64URL header = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"k1\"}");
            return header + "." + new Payload(claims).toBase64URL() + ".";
        });
        assertNobodyIn("HS256 with the public key", claims -> {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), new Payload(claims));
            token.sign(new MACSigner(publicKey));
            return token.serialize();
        });
        assertNobodyIn("another platform's key", claims -> new TestPlatform("k1").sign(claims));
        assertNobodyIn("another deployment", claims -> {
            claims.put(TestPlatform.LTI + "deployment_id", "2");
            return platform.signer().sign(claims);
        });
        assertNobodyIn("another login's nonce", claims -> {
            claims.put("nonce", "another");
            return platform.signer().sign(claims);
        });
        assertNobodyIn("another tool", claims -> {
            claims.put("aud", "another");
            return platform.signer().sign(claims);
        });
        cookies.clear();
        assertThat(post("/lti/launch", platform.agree(begun("not forged"), "3", LEARNER))
                        .statusCode())
                .as("not forged")
                .isEqualTo(303);
    }

    @Test
    void launch_again_isRefused() {
        register();
        URI onward = begin();
        Map<String, String> came = platform.agree(onward, "3", LEARNER);
        post("/lti/launch", came);
        cookies.remove("laurel-" + address.getPort());
        assertThat(post("/lti/launch", came).statusCode()).isEqualTo(401);
        assertThat(location(get("/my"))).contains("/sign-in");
    }

    @Test
    void launch_anothersLogin_letsNobodyIn() {
        register();
        Map<String, String> attackers = platform.agree(begin(), "666", LEARNER);
        cookies.clear();
        HttpResponse<String> victim = post("/lti/launch", attackers);
        assertThat(victim.body())
                .contains("Open Laurel in a new window", "login_hint=3")
                .doesNotContain("666");
        assertThat(location(get("/my"))).contains("/sign-in");
    }

    @Test
    void launch_cookieKeptAtThePlatform_isLetIn() {
        register();
        Map<String, String> login = announced();
        login.put("lti_storage_target", "_parent");
        HttpResponse<String> keep = post("/lti/login", login);
        assertThat(keep.body()).contains("data-frame=\"_parent\"", "data-origin=\"" + platform.address() + "\"");
        assertThat(keep.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'self' " + platform.address())
                .doesNotContain("unsafe");
        String held = keep.body().replaceFirst("(?s).*data-value=\"([^\"]+)\".*", "$1");
        URI onward = URI.create(keep.body()
                .replaceFirst("(?s).*id=\"onward\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        Map<String, String> came = new HashMap<>(platform.agree(onward, "3", LEARNER));
        cookies.clear();
        came.put("lti_storage_target", "_parent");
        HttpResponse<String> bring = post("/lti/launch", came);
        assertThat(bring.body()).contains("action=\"/lti/launch\"", "name=\"held\" value=\"\"");
        assertThat(bring.headers().firstValue("Referrer-Policy")).contains("same-origin");
        came.put("held", held);
        for (String[] foreign : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site", "Origin", address.toString()},
            {"X-Without", "both"}
        }) {
            HttpResponse<String> victim = launch(came, foreign);
            assertThat(victim.body()).as(foreign[1]).contains("Open Laurel in a new window");
            assertThat(location(get("/my"))).as(foreign[1]).contains("/sign-in");
        }
        assertThat(location(launch(came, "Origin", address.toString()))).isEqualTo(address + "/lti/open");
    }

    @Test
    void launch_cookieKeptAtThePlatform_asNewBrowsersSayIt_isLetIn() {
        register();
        Map<String, String> login = announced();
        login.put("lti_storage_target", "_parent");
        String keep = post("/lti/login", login).body();
        URI onward = URI.create(keep.replaceFirst("(?s).*id=\"onward\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        Map<String, String> came = new HashMap<>(platform.agree(onward, "3", LEARNER));
        came.put("held", keep.replaceFirst("(?s).*data-value=\"([^\"]+)\".*", "$1"));
        cookies.clear();
        assertThat(location(launch(came, "Sec-Fetch-Site", "same-origin", "Origin", "null")))
                .isEqualTo(address + "/lti/open");
    }

    private HttpResponse<String> launch(Map<String, String> came, String... headers) {
        return send(request("/lti/launch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(query(came))));
    }

    private HttpResponse<String> framed(String path) {
        return send(request(path).header("Sec-Fetch-Dest", "iframe"));
    }

    private String announcedInAFrame() {
        HttpResponse<String> begun = send(request("/lti/login")
                .header("Sec-Fetch-Dest", "iframe")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(announced()))));
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(location(begun)).startsWith("/lti/login?begun=");
        return location(begun);
    }

    @Test
    void login_inAFrameThatKeepsCookies_goesOnToThePlatform() {
        register();
        HttpResponse<String> onward = framed(announcedInAFrame());
        assertThat(location(onward)).startsWith(platform.address() + "/mod/lti/auth.php?");
        Map<String, String> came = platform.agree(URI.create(location(onward)), "3", LEARNER);
        assertThat(location(post("/lti/launch", came))).isEqualTo(address + "/lti/open");
    }

    @Test
    void login_inAFrameThatKeepsNone_goesOnInAWindowWithAnAnnouncementThatIsStillGood() {
        register();
        String begun = announcedInAFrame();
        cookies.clear();
        HttpResponse<String> asked = framed(begun);
        assertThat(asked.body()).contains("Open Laurel in a new window", "target=\"_blank\"");
        String window = asked.body()
                .replaceFirst("(?s).*href=\"(/lti/login[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        URI onward = URI.create(location(get(window)));
        Map<String, String> came = platform.agree(onward, "3", LEARNER);
        assertThat(location(post("/lti/launch", came))).isEqualTo(address + "/lti/open");
    }

    @Test
    void login_begunByNobody_isRefused() {
        HttpResponse<String> refused = framed("/lti/login?begun=guessed");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("from your platform again");
    }

    @Test
    void framedPage_afterTheSessionEnded_saysSoInsideTheFrameWithoutAForm() {
        register();
        assertThat(location(framed("/my"))).endsWith("/sign-in?to=%2Fmy");
        HttpResponse<String> told = framed("/sign-in?to=%2Fmy");
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body())
                .contains("Open Laurel from your course once more", "href=\"/sign-in?to=%2Fmy\" target=\"_blank\"")
                .doesNotContain("<form", "<input", "<button");
        assertThat(told.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors 'self' " + platform.address());
        assertThat(get("/sign-in?to=%2Fmy").body()).contains("<form");
    }

    @Test
    void framedPage_thatIsNoneOfTheFramed_opensInAWindow() {
        register();
        for (String path : new String[] {"/", "/verify?x=1", "/admin", "/oauth/authorize?client_id=x"}) {
            HttpResponse<String> told = framed(path);
            assertThat(told.statusCode()).as(path).isEqualTo(200);
            assertThat(told.body())
                    .contains("Open it in a new window", "href=\"" + path + "\" target=\"_blank\"")
                    .doesNotContain("<form");
        }
        assertThat(framed("/x/..//evil.example/").body()).doesNotContain("evil.example");
        assertThat(framed("/badges?to=\"><script>alert(1)</script>"
                                .replace("\"", "%22")
                                .replace("<", "%3C")
                                .replace(">", "%3E"))
                        .body())
                .doesNotContain("<script>");
    }

    @Test
    void launch_errorOfThePlatform_isToldInWords() {
        assertThat(post("/lti/launch", Map.of("error", "login_required", "state", "x"))
                        .body())
                .contains("did not sign you in");
    }

    @Test
    void login_lacking_saysAllThatIsMissing() {
        HttpResponse<String> refused = get("/lti/login?iss=x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("target_link_uri", "login_hint", "§5.1.1.1");
    }

    @Test
    void login_ofAnUnknownPlatform_leadsNowhere() {
        HttpResponse<String> refused = post("/lti/login", announced());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not registered");
    }

    @Test
    void pages_areFramedByPlatformsAlone_andAdministratorsByNobody() {
        assertThat(policy("/my")).contains("frame-ancestors 'none'");
        register();
        assertThat(policy("/my"))
                .contains("default-src 'none'", "base-uri 'none'")
                .contains("frame-ancestors 'self' " + platform.address());
        assertThat(policy("/lti/login")).contains("frame-ancestors 'self' " + platform.address());
        assertThat(policy("/admin")).contains("frame-ancestors 'none'");
        assertThat(policy("/sign-in")).contains("frame-ancestors 'none'");
        assertThat(policy("/oauth/authorize")).contains("frame-ancestors 'none'");
    }

    private String policy(String path) {
        return get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
