package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.launch.Check;
import org.laurelbridge.bridge.lti.launch.Fault;
import org.laurelbridge.bridge.lti.launch.IdTokenCheck;
import org.laurelbridge.bridge.lti.launch.Launching;
import org.laurelbridge.bridge.lti.launch.Launching.Begun;
import org.laurelbridge.bridge.lti.launch.Launching.Ended;
import org.laurelbridge.bridge.lti.launch.LoginRequest;

/** A browser goes to its platform and comes back. */
class LaunchingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final TestPlatform PLATFORM = new TestPlatform("k1");
    private static final String ISSUER = TestPlatform.ISSUER;
    private static final URI OURS = URI.create("https://badges.example.org");

    private static Launching launching(Database database) {
        LtiPlatformStore platforms = new LtiPlatformStore(database);
        if (platforms.list().isEmpty()) {
            platforms.add(TestPlatform.platform(), NOW);
        }
        return launching(platforms, database, InstantSource.fixed(NOW));
    }

    private static Launching launching(LtiPlatformStore platforms, Database database, InstantSource clock) {
        IdTokenCheck check = new IdTokenCheck(
                (platform, id) -> {
                    try {
                        return Optional.of(PLATFORM.key().toRSAPublicKey());
                    } catch (JOSEException e) {
                        throw new IllegalStateException(e);
                    }
                },
                clock);
        return new Launching(
                platforms,
                new LtiLoginStore(database),
                check,
                OURS,
                () -> UUID.randomUUID().toString(),
                clock);
    }

    private static LoginRequest announced(String target, Optional<String> clientId) {
        return new LoginRequest(ISSUER, target, "3", Optional.of("a%20=&b"), clientId);
    }

    private static Begun.Onward begun(Launching launching) {
        return (Begun.Onward) launching.begin(announced(TestPlatform.TARGET, Optional.of(TestPlatform.CLIENT)));
    }

    private static Map<String, List<String>> query(Begun.Onward onward) {
        return URLUtils.parseParameters(onward.address().getRawQuery());
    }

    private static String token(Begun.Onward onward) {
        return token(onward, NOW);
    }

    private static String token(Begun.Onward onward, Instant at) {
        return PLATFORM.sign(TestPlatform.launch(at, query(onward).get("nonce").get(0)));
    }

    @OnEveryDatabase
    void begin_leadsToThePlatformWithWhatItSaid(Database database) {
        Begun.Onward onward = begun(launching(database));
        assertThat(onward.address().toString()).startsWith(ISSUER + "/mod/lti/auth.php?");
        Map<String, List<String>> query = query(onward);
        assertThat(query)
                .containsEntry("scope", List.of("openid"))
                .containsEntry("response_type", List.of("id_token"))
                .containsEntry("response_mode", List.of("form_post"))
                .containsEntry("prompt", List.of("none"))
                .containsEntry("client_id", List.of(TestPlatform.CLIENT))
                .containsEntry("redirect_uri", List.of(OURS + "/lti/launch"))
                .containsEntry("login_hint", List.of("3"))
                .containsEntry("lti_message_hint", List.of("a%20=&b"))
                .containsEntry("state", List.of(onward.state()));
    }

    @OnEveryDatabase
    void end_isLetInOnce(Database database) {
        Launching launching = launching(database);
        Begun.Onward onward = begun(launching);
        Ended ended = launching.end(onward.state(), onward.browser(), token(onward));
        assertThat(((Ended.Welcome) ended).launch().user().subject()).isEqualTo("3");
        assertRefused(launching.end(onward.state(), onward.browser(), token(onward)), Check.STATE);
    }

    @OnEveryDatabase
    void end_afterTenMinutes_isRefused(Database database) {
        Begun.Onward onward = begun(launching(database));
        Begun.Onward late = begun(launching(database));
        Instant last = NOW.plus(Duration.ofMinutes(10));
        assertThat(launching(database, last).end(onward.state(), onward.browser(), token(onward, last)))
                .isInstanceOf(Ended.Welcome.class);
        Instant after = last.plusMillis(1);
        assertRefused(launching(database, after).end(late.state(), late.browser(), token(late, after)), Check.STATE);
    }

    private static Launching launching(Database database, Instant at) {
        return launching(new LtiPlatformStore(database), database, InstantSource.fixed(at));
    }

    @OnEveryDatabase
    void end_inAnotherBrowser_isRefused(Database database) {
        Launching launching = launching(database);
        Begun.Onward onward = begun(launching);
        Begun.Onward attacker = begun(launching);
        assertRefused(launching.end(onward.state(), attacker.browser(), token(onward)), Check.STATE);
    }

    @OnEveryDatabase
    void end_tokenOfAnotherLogin_isRefused(Database database) {
        Launching launching = launching(database);
        Begun.Onward onward = begun(launching);
        Begun.Onward other = begun(launching);
        assertRefused(launching.end(onward.state(), onward.browser(), token(other)), Check.NONCE);
    }

    @OnEveryDatabase
    void end_platformRemovedMeanwhile_isRefused(Database database) {
        Launching launching = launching(database);
        Begun.Onward onward = begun(launching);
        new LtiPlatformStore(database).remove(TestPlatform.platform().id());
        assertRefused(launching.end(onward.state(), onward.browser(), token(onward)), Check.STATE);
    }

    private static void assertRefused(Ended ended, Check check) {
        assertThat(((Ended.Refused) ended).faults()).extracting(Fault::check).containsExactly(check);
    }

    @OnEveryDatabase
    void begin_unknownPlatformOrClient_isRefused(Database database) {
        Launching launching = launching(database);
        assertThat(launching.begin(announced(TestPlatform.TARGET, Optional.of("other"))))
                .isInstanceOf(Begun.Refused.class);
        assertThat(launching.begin(
                        new LoginRequest(ISSUER + "/", TestPlatform.TARGET, "3", Optional.empty(), Optional.empty())))
                .isInstanceOf(Begun.Refused.class);
    }

    @OnEveryDatabase
    void begin_withoutClient_goesOnWhereOneIsMeant(Database database) {
        Launching launching = launching(database);
        assertThat(launching.begin(announced(TestPlatform.TARGET, Optional.empty())))
                .isInstanceOf(Begun.Onward.class);
        LtiPlatform campus = TestPlatform.platform();
        new LtiPlatformStore(database)
                .add(
                        new LtiPlatform(
                                UUID.randomUUID(),
                                "other",
                                campus.issuer(),
                                "other",
                                campus.authorization(),
                                campus.token(),
                                campus.audience(),
                                campus.keys(),
                                false,
                                Set.of()),
                        NOW);
        assertThat(((Begun.Refused) launching.begin(announced(TestPlatform.TARGET, Optional.empty()))).why())
                .contains("client_id");
    }

    @OnEveryDatabase
    void begin_targetElsewhere_isRefused(Database database) {
        Launching launching = launching(database);
        for (String target : List.of(
                "https://evil.example/",
                "https://badges.example.org.evil.example/",
                "https://badges.example.org@evil.example/",
                "https://badges.example.org",
                "http://badges.example.org/my",
                "https://badges.example.org/../x",
                "javascript:alert(1)",
                "//evil.example/",
                "")) {
            assertThat(launching.begin(announced(target, Optional.of(TestPlatform.CLIENT))))
                    .as(target)
                    .isInstanceOf(Begun.Refused.class);
        }
    }
}
