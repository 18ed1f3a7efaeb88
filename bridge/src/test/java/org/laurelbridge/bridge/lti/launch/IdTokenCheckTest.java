package org.laurelbridge.bridge.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.lti.TestPlatform.CLIENT;
import static org.laurelbridge.bridge.lti.TestPlatform.LTI;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigDecimal;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.lti.PlatformKeys;
import org.laurelbridge.bridge.lti.TestPlatform;

/** Every clause with a token that is wrong in that one thing, and the token that is right. */
class IdTokenCheckTest {
    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final TestPlatform PLATFORM = new TestPlatform("k1");
    private static final TestPlatform OTHER = new TestPlatform("k1");
    private static final TestPlatform SHORT = new TestPlatform("short", 1024);
    private static final TurnedClock CLOCK = new TurnedClock("2026-11-26T08:00:00Z");
    private static final Expected EXPECTED =
            new Expected(TestPlatform.platform(), NONCE, URI.create(TestPlatform.TARGET));

    private final IdTokenCheck check = new IdTokenCheck(listed(PLATFORM.key(), SHORT.key()), CLOCK);

    private static PlatformKeys listed(RSAKey... keys) {
        return (platform, id) -> Stream.of(keys)
                .filter(key -> key.getKeyID().equals(id))
                .findFirst()
                .map(IdTokenCheckTest::publicHalf);
    }

    private static RSAPublicKey publicHalf(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> good() {
        return TestPlatform.launch(CLOCK.instant(), NONCE);
    }

    private static Map<String, Object> goodDeepLinking() {
        Map<String, Object> claims = good();
        claims.put(LTI + "message_type", "LtiDeepLinkingRequest");
        claims.remove(LTI + "resource_link");
        claims.put(DL, settings());
        return claims;
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "deep_link_return_url",
                "https://moodle.example.org/mod/lti/contentitem_return.php?course=2",
                "accept_types",
                List.of("ltiResourceLink"),
                "accept_presentation_document_targets",
                List.of("iframe", "window"),
                "data",
                "csrf:8");
    }

    private record Wrong(String what, Check check, String token) {
        @Override
        public String toString() {
            return check + " " + what;
        }
    }

    private static Wrong claim(String what, Check check, Consumer<Map<String, Object>> spoil) {
        Map<String, Object> claims = good();
        spoil.accept(claims);
        return new Wrong(what, check, PLATFORM.sign(claims));
    }

    private static Wrong deepLinking(String what, Consumer<Map<String, Object>> spoil) {
        Map<String, Object> claims = goodDeepLinking();
        spoil.accept(claims);
        return new Wrong(what, Check.DEEP_LINKING, PLATFORM.sign(claims));
    }

    private static Wrong header(
            String what, Check check, BiFunction<JWSHeader.Builder, TestPlatform, String> made, TestPlatform signer) {
        return new Wrong(what, check, made.apply(new JWSHeader.Builder(JWSAlgorithm.RS256), signer));
    }

    private static Consumer<Map<String, Object>> put(String name, Object value) {
        return claims -> claims.put(name, value);
    }

    private static Consumer<Map<String, Object>> drop(String name) {
        return claims -> claims.remove(name);
    }

    static Stream<Wrong> wrong() {
        return Stream.of(signatures(), parties(), times(), messages(), deepLinkings())
                .flatMap(cases -> cases);
    }

    private static Stream<Wrong> signatures() {
        String good = PLATFORM.sign(good());
        return Stream.of(
                new Wrong("no token", Check.SHAPE, "hello"),
                new Wrong("empty", Check.SHAPE, ""),
                new Wrong("unsigned", Check.SHAPE, new PlainObject(new PlainHeader(), new Payload(good())).serialize()),
                new Wrong("too long", Check.SHAPE, good + "A".repeat(100_000)),
                new Wrong("claims that are a list", Check.SHAPE, signedText("[1]")),
                new Wrong("a claim twice", Check.SHAPE, signedText("{\"iss\":\"a\",\"iss\":\"b\"}")),
                new Wrong("the public key as a shared secret", Check.ALGORITHM, confused()),
                header(
                        "RS512",
                        Check.ALGORITHM,
                        (b, p) -> p.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("k1")
                                        .build(),
                                good()),
                        PLATFORM),
                header("no key id", Check.KEY, (b, p) -> p.sign(b.build(), good()), PLATFORM),
                header("unknown key", Check.KEY, (b, p) -> p.sign(b.keyID("k2").build(), good()), PLATFORM),
                header("short key", Check.KEY, (b, p) -> p.sign(b.keyID("short").build(), good()), SHORT),
                header(
                        "another's key",
                        Check.SIGNATURE,
                        (b, p) -> p.sign(b.keyID("k1").build(), good()),
                        OTHER),
                header(
                        "brings its own key",
                        Check.SIGNATURE,
                        (b, p) ->
                                p.sign(b.keyID("k1").jwk(p.key().toPublicJWK()).build(), good()),
                        OTHER),
                new Wrong("signature cut off", Check.SIGNATURE, good.substring(0, good.length() - 4)),
                new Wrong("other claims", Check.SIGNATURE, otherClaims(good)));
    }

    private static Stream<Wrong> parties() {
        return Stream.of(
                claim("another issuer", Check.ISSUER, put("iss", "https://moodle.example.org/")),
                claim("no issuer", Check.ISSUER, drop("iss")),
                claim("for another tool", Check.AUDIENCE, put("aud", "other")),
                claim("for others too", Check.AUDIENCE, put("aud", List.of(CLIENT, "other"))),
                claim("for nobody", Check.AUDIENCE, drop("aud")),
                claim("number", Check.AUDIENCE, put("aud", 7)),
                claim("another party", Check.PARTY, put("azp", "other")),
                claim("party a list", Check.PARTY, put("azp", List.of(CLIENT))),
                claim("another nonce", Check.NONCE, put("nonce", "n")),
                claim("no nonce", Check.NONCE, drop("nonce")));
    }

    private static Stream<Wrong> times() {
        long now = CLOCK.instant().getEpochSecond();
        return Stream.of(
                claim("expired", Check.EXPIRY, put("exp", now - 60)),
                claim("never expires", Check.EXPIRY, drop("exp")),
                claim("text", Check.EXPIRY, put("exp", "" + (now + 60))),
                claim("made long ago", Check.ISSUED, put("iat", now - 601)),
                claim("made in the future", Check.ISSUED, put("iat", now + 61)),
                claim("never made", Check.ISSUED, drop("iat")),
                claim("made beyond all time", Check.ISSUED, put("iat", new BigDecimal("1e29"))));
    }

    private static Stream<Wrong> messages() {
        return Stream.of(
                claim("another message", Check.MESSAGE_TYPE, put(LTI + "message_type", "LtiSubmissionReviewRequest")),
                claim("no message", Check.MESSAGE_TYPE, drop(LTI + "message_type")),
                claim("another version", Check.VERSION, put(LTI + "version", "1.3")),
                claim("no version", Check.VERSION, drop(LTI + "version")),
                claim("another deployment", Check.DEPLOYMENT, put(LTI + "deployment_id", "2")),
                claim("no deployment", Check.DEPLOYMENT, drop(LTI + "deployment_id")),
                claim("another target", Check.TARGET_LINK, put(LTI + "target_link_uri", TestPlatform.TARGET + "/x")),
                claim("no target", Check.TARGET_LINK, drop(LTI + "target_link_uri")),
                claim("no link", Check.RESOURCE_LINK, drop(LTI + "resource_link")),
                claim("link without id", Check.RESOURCE_LINK, put(LTI + "resource_link", Map.of("title", "x"))),
                claim("long id", Check.RESOURCE_LINK, put(LTI + "resource_link", Map.of("id", "1".repeat(256)))),
                claim("nobody", Check.SUBJECT, drop("sub")),
                claim("long subject", Check.SUBJECT, put("sub", "1".repeat(256))),
                claim("not ASCII", Check.SUBJECT, put("sub", "für")),
                claim("no roles", Check.ROLES, drop(LTI + "roles")),
                claim("one role without a list", Check.ROLES, put(LTI + "roles", "Learner")));
    }

    private static Stream<Wrong> deepLinkings() {
        return Stream.of(
                deepLinking("no settings", drop(DL)),
                deepLinking("no way back", claims -> claims.put(DL, changed("deep_link_return_url", null))),
                deepLinking("script", claims -> claims.put(DL, changed("deep_link_return_url", "javascript:alert(1)"))),
                deepLinking(
                        "back without encryption",
                        claims -> claims.put(DL, changed("deep_link_return_url", "http://moodle.example.org/back"))),
                deepLinking(
                        "back as somebody",
                        claims -> claims.put(DL, changed("deep_link_return_url", "https://a@moodle.example.org/back"))),
                deepLinking("other things", claims -> claims.put(DL, changed("accept_types", List.of("file")))),
                deepLinking(
                        "no targets", claims -> claims.put(DL, changed("accept_presentation_document_targets", null))));
    }

    private static Map<String, Object> changed(String name, @Nullable Object value) {
        Map<String, Object> settings = new LinkedHashMap<>(settings());
        if (value == null) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
        return settings;
    }

    private static String signedText(String payload) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), new Payload(payload));
            token.sign(new RSASSASigner(PLATFORM.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reader that takes the listed key for whatever the header says would find this right. */
    private static String confused() {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), new Payload(good()));
            token.sign(new MACSigner(PLATFORM.key().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String otherClaims(String good) {
        Map<String, Object> claims = good();
        claims.put("sub", "4");
        String[] others = PLATFORM.sign(claims).split("\\.", -1);
        String[] parts = good.split("\\.", -1);
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void check_wrongInOneThing_saysThatOne(Wrong wrong) {
        Checked checked = check.check(wrong.token(), EXPECTED);
        assertThat(checked).isInstanceOf(Checked.Wrong.class);
        assertThat(((Checked.Wrong) checked).faults()).extracting(Fault::check).containsExactly(wrong.check());
    }

    @Test
    void wrong_hasACaseForEveryCheck() {
        assertThat(wrong().map(Wrong::check).collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class))))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Check.STATE)));
    }

    @Test
    void check_severalThingsWrong_saysAll() {
        Map<String, Object> claims = good();
        claims.put("aud", "other");
        claims.remove("sub");
        claims.put(LTI + "version", "1.1");
        assertThat(((Checked.Wrong) check.check(PLATFORM.sign(claims), EXPECTED)).faults())
                .extracting(Fault::check)
                .containsExactlyInAnyOrder(Check.AUDIENCE, Check.SUBJECT, Check.VERSION);
    }

    @Test
    void check_student_isLetIn() {
        Map<String, Object> claims = good();
        claims.put("aud", List.of(CLIENT));
        claims.put("azp", CLIENT);
        claims.put(
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                Map.of(
                        "scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"),
                        "lineitems", "https://moodle.example.org/mod/lti/services.php/2/lineitems?type_id=1",
                        "lineitem", ""));
        claims.put(LTI + "custom", Map.of("badge", "k8s-quiz"));
        Launch launch = ((Checked.Good) check.check(PLATFORM.sign(claims), EXPECTED)).launch();
        assertThat(launch.user().subject()).isEqualTo("3");
        assertThat(launch.user().name()).contains("Ada Lovelace");
        assertThat(launch.user().roles())
                .isEqualTo(Set.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"));
        assertThat(launch.context()).contains(new Launch.Context("2", Optional.of("Networks")));
        assertThat(launch.message()).isEqualTo(new Launch.Message.ResourceLink("7", Optional.of("Badge")));
        assertThat(launch.grades().orElseThrow().lineItems())
                .contains(URI.create("https://moodle.example.org/mod/lti/services.php/2/lineitems?type_id=1"));
        assertThat(launch.grades().orElseThrow().lineItem()).isEmpty();
        assertThat(launch.custom()).isEqualTo(Map.of("badge", "k8s-quiz"));
    }

    @Test
    void check_deepLinking_thatRefusesColumns_getsNone() {
        Map<String, Object> claims = goodDeepLinking();
        claims.put(DL, changed("accept_lineitem", false));
        Launch launch = ((Checked.Good) check.check(PLATFORM.sign(claims), EXPECTED)).launch();
        assertThat(launch.message())
                .isInstanceOfSatisfying(
                        Launch.Message.DeepLinking.class,
                        asked -> assertThat(asked.takesLineItem()).isFalse());
    }

    @Test
    void check_deepLinking_isLetIn() {
        Launch launch = ((Checked.Good) check.check(PLATFORM.sign(goodDeepLinking()), EXPECTED)).launch();
        assertThat(launch.message())
                .isEqualTo(new Launch.Message.DeepLinking(
                        URI.create("https://moodle.example.org/mod/lti/contentitem_return.php?course=2"),
                        Optional.of("csrf:8"),
                        true,
                        false));
    }

    @Test
    void sentences_holdNothingThatTheTokenSays() {
        wrong().forEach(wrong -> {
            for (Fault fault : ((Checked.Wrong) check.check(wrong.token(), EXPECTED)).faults()) {
                assertThat(fault.sentence()).contains("§").doesNotContain("Ada", "ada@", "other\"");
            }
        });
    }

    @Test
    void check_rosterOfAnotherVersion_isNotTold() {
        Map<String, Object> claims = good();
        Map<String, Object> roster = new LinkedHashMap<>(Map.of(
                "context_memberships_url", "https://moodle.example.org/members", "service_versions", List.of("2.0")));
        claims.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice", roster);
        assertThat(launch(claims).memberships()).contains(URI.create("https://moodle.example.org/members"));
        roster.put("service_versions", List.of("1.0"));
        assertThat(launch(claims).memberships()).isEmpty();
    }

    @Test
    void check_columnThatIsGone_isNone() {
        Map<String, Object> claims = good();
        claims.put(
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                Map.of("lineitems", "https://moodle.example.org/items", "lineitem", "", "scope", List.of("a")));
        claims.put(LTI + "tool_platform", Map.of("product_family_code", "moodle"));
        Launch.Grades grades = launch(claims).grades().orElseThrow();
        assertThat(grades.lineItem()).isEmpty();
        assertThat(grades.lineItems()).contains(URI.create("https://moodle.example.org/items"));
        assertThat(grades.scopes()).containsExactly("a");
        assertThat(launch(claims).family()).contains("moodle");
    }

    private Launch launch(Map<String, Object> claims) {
        return ((Checked.Good) check.check(PLATFORM.sign(claims), EXPECTED)).launch();
    }
}
