package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assertions of Open Badges 2.0, hosted and signed. */
class Ob2VerifierTest {

    private static final String ROOT = "https://old.example.org/";
    private static final String ASSERTION = ROOT + "assertions/1";
    private static final String BADGE = ROOT + "badges/1";
    private static final String ISSUER = ROOT + "issuer";
    private static final String KEY = ROOT + "key";
    private static final String REVOCATIONS = ROOT + "revocations";
    private static RSAKey rsa;

    private final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    private final Web web = new Web();
    private final Verifier verifier =
            new Verifier(ours, OwnDocuments.NONE, web, picture -> new Pictures.Held(null, null), web::now);

    @BeforeAll
    static void makeKey() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).generate();
    }

    @BeforeEach
    void putIssuer() {
        web.put(ASSERTION, hosted()).put(BADGE, badge(ISSUER)).put(ISSUER, issuer(ISSUER));
        web.put(KEY, key(ISSUER));
    }

    @Test
    void hosted_isWhatTheSiteShows() {
        Report report = verify(hosted());

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(report.shown().name()).isEqualTo("Robotics");
        assertThat(report.shown().issuer().name()).isEqualTo("Old University");
        assertThat(report.shown().format()).isEqualTo("Open Badges 2.0, hosted");
    }

    @Test
    void hosted_byLink_isAskedForOnce() {
        assertThat(verifier.verify(new Presented.Link(ASSERTION)).verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(web.asked()).containsExactly(ASSERTION, BADGE, ISSUER);
    }

    @Test
    void hosted_presentedDifferently_isChanged() {
        ObjectNode changed = hosted();
        changed.withObject("recipient").put("identity", "mallory@example.org");

        Report report = verify(changed);

        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.decisive().sentence()).contains("recipient differs");
    }

    @Test
    void hosted_withItsBadgeWrittenOut_isTheSame() {
        ObjectNode whole = hosted();
        whole.set("badge", badge(ISSUER));

        assertThat(verify(whole).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void hosted_revoked_saysWhy() {
        web.put(ASSERTION, 410, "{\"id\":\"" + ASSERTION + "\",\"revoked\":true,\"revocationReason\":\"by mistake\"}");
        assertThat(verify(hosted()).decisive().sentence()).isEqualTo("The issuer has revoked it: by mistake.");
        assertThat(verifier.verify(new Presented.Link(ASSERTION)).verdict()).isEqualTo(Verdict.REVOKED);

        web.put(ASSERTION, 410, "gone");
        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.REVOKED);
        web.put(ASSERTION, hosted().put("revoked", true));
        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.REVOKED);
    }

    @Test
    void hosted_thatIsNotThere_isUnchecked() {
        web.put(ASSERTION, 404, "{}");
        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.UNCHECKED);
        web.put(ASSERTION, "<html>");
        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.UNCHECKED);
        web.remove(ASSERTION);
        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void hosted_elsewhereThanItsIssuer_isUnknown() {
        String elsewhere = "https://evil.example/assertions/1";
        ObjectNode forged = hosted().put("id", elsewhere);
        web.put(elsewhere, forged);

        assertThat(verify(forged).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    /** What is written out in an assertion is not believed: badge and issuer are asked for. */
    @Test
    void hosted_withAnIssuerWrittenOut_isAskedForAnyway() {
        String elsewhere = "https://evil.example/assertions/1";
        ObjectNode issuer = issuer(ISSUER);
        issuer.putObject("verification").putArray("allowedOrigins").add("evil.example");
        ObjectNode badge = badge(ISSUER);
        badge.set("issuer", issuer);
        ObjectNode forged = hosted().put("id", elsewhere);
        forged.set("badge", badge);
        web.put(elsewhere, forged);

        assertThat(verify(forged).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void hosted_whereItsIssuerAllows() {
        String elsewhere = "https://cdn.example/old/1";
        ObjectNode assertion = hosted().put("id", elsewhere);
        web.put(elsewhere, assertion);
        ObjectNode issuer = issuer(ISSUER);
        issuer.putObject("verification").putArray("allowedOrigins").add("cdn.example");
        web.put(ISSUER, issuer);
        assertThat(verify(assertion).verdict()).isEqualTo(Verdict.GENUINE);

        issuer.putObject("verification").putArray("startsWith").add("https://cdn.example/old/");
        web.put(ISSUER, issuer);
        assertThat(verify(assertion).verdict()).isEqualTo(Verdict.GENUINE);

        for (String start : List.of("https://cdn.example/new/", "https://cdn.example.evil/", "https://cdn", "")) {
            issuer.putObject("verification").putArray("startsWith").add(start);
            web.put(ISSUER, issuer);
            assertThat(verify(assertion).verdict()).as(start).isEqualTo(Verdict.UNKNOWN_ISSUER);
        }
    }

    @Test
    void issuerThatCallsItselfAnother_isUnknown() {
        web.put(ISSUER, issuer("https://mit.example/issuer"));

        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void issuerThatLeadsToAnotherHost_isNotBelieved() {
        web.put("https://evil.example/issuer", issuer(ISSUER)).lead(ISSUER, "https://evil.example/issuer");

        assertThat(verify(hosted()).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void times() {
        assertThat(verify(shown(hosted().put("expires", "2026-06-01T12:00:00Z")))
                        .verdict())
                .isEqualTo(Verdict.EXPIRED);
        assertThat(verify(shown(hosted().put("issuedOn", "2027-06-01T12:00:00Z")))
                        .verdict())
                .isEqualTo(Verdict.NOT_YET_VALID);
        assertThat(verify(shown(hosted().put("expires", "never"))).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void signed_withAKeyThatTheIssuerLists_isGenuine() throws JOSEException {
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.GENUINE);

        web.put(ISSUER, issuer(ISSUER).put("publicKey", ROOT + "another"));
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void signed_withAKeyOfAnotherOwner_isUnknown() throws JOSEException {
        web.put(KEY, key("https://evil.example/issuer"));

        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void signed_withAnotherKey_isChanged() throws JOSEException {
        assertThat(verify(token(signed(), new RSAKeyGenerator(2048).generate())).verdict())
                .isEqualTo(Verdict.CHANGED);
    }

    @Test
    void signed_asPlainJson_isUnsigned() {
        assertThat(verify(signed()).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void signed_withoutAlgorithm_isRefused() {
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signed().toString().getBytes(StandardCharsets.UTF_8));

        assertThat(verify(none + "." + body + ".").verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void signed_revoked() throws JOSEException {
        web.put(ISSUER, issuer(ISSUER).put("revocationList", REVOCATIONS));
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.UNCHECKED);

        ObjectNode list =
                JsonMapper.shared().createObjectNode().put("id", REVOCATIONS).put("issuer", ISSUER);
        list.putArray("revokedAssertions").add(ASSERTION + "0");
        web.put(REVOCATIONS, list);
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.GENUINE);

        list.withArray("revokedAssertions").addObject().put("id", ASSERTION).put("revocationReason", "by mistake");
        web.put(REVOCATIONS, list);
        assertThat(verify(token(signed(), rsa)).decisive().reason()).isEqualTo(Reason.STATUS_REVOKED_WHY);

        list.putArray("revokedAssertions").add(ASSERTION);
        web.put(REVOCATIONS, list);
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.REVOKED);
        web.put(REVOCATIONS, list.put("issuer", "https://evil.example"));
        assertThat(verify(token(signed(), rsa)).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void ours_isNotAskedOfTheNetwork() {
        Ob2Writer writer = new Ob2Writer(ours.addresses());
        ObjectNode assertion = writer.hosted(Issued.earned("ada@example.org"));
        ObjectNode badge = writer.badgeClass(Issued.achievement());
        OwnDocuments own = address -> List.of(assertion, badge, ours.toOb2()).stream()
                .filter(document -> document.path("id").asString().equals(address.toString()))
                .findFirst()
                .map(document -> new OwnDocuments.Own(200, document.toString().getBytes(StandardCharsets.UTF_8)))
                .or(Optional::empty);
        Verifier here = new Verifier(ours, own, web, picture -> new Pictures.Held(null, null), web::now);

        Report report = here.verify(new Presented.Text(assertion.toString()));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(RecipientMatch.matches(report.recipients(), "Ada@example.org"))
                .isTrue();
        assertThat(web.asked()).isEmpty();
    }

    private ObjectNode shown(ObjectNode assertion) {
        web.put(ASSERTION, assertion);
        return assertion;
    }

    private static ObjectNode hosted() {
        ObjectNode assertion = document("Assertion", ASSERTION).put("badge", BADGE);
        assertion.put("issuedOn", "2020-01-01T00:00:00Z");
        assertion
                .putObject("recipient")
                .put("type", "email")
                .put("hashed", false)
                .put("identity", "ada@example.org");
        assertion.putObject("verification").put("type", "HostedBadge");
        return assertion;
    }

    private static ObjectNode signed() {
        ObjectNode assertion = hosted();
        assertion.putObject("verification").put("type", "SignedBadge").put("creator", KEY);
        return assertion;
    }

    private static ObjectNode badge(String issuer) {
        return document("BadgeClass", BADGE)
                .put("name", "Robotics")
                .put("description", "Builds robots.")
                .put("criteria", ROOT + "criteria")
                .put("issuer", issuer);
    }

    private static ObjectNode issuer(String id) {
        return document("Issuer", id)
                .put("name", "Old University")
                .put("url", ROOT)
                .put("publicKey", KEY);
    }

    private static ObjectNode key(String owner) {
        try {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(rsa.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            return document("CryptographicKey", KEY).put("owner", owner).put("publicKeyPem", pem);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode document(String type, String id) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://w3id.org/openbadges/v2")
                .put("type", type)
                .put("id", id);
    }

    private static String token(ObjectNode assertion, RSAKey key) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(assertion.toString()));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private Report verify(Object presented) {
        return verifier.verify(new Presented.Text(presented.toString()));
    }
}
