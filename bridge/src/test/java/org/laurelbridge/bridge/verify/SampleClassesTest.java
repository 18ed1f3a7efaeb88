package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.key.Base58;
import org.laurelbridge.bridge.issue.ob3.Disclosing;
import org.laurelbridge.bridge.issue.ob3.Endorsed;
import org.laurelbridge.bridge.issue.ob3.NotCanonical;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of each kind of sample that 1EdTech's public validator is tested with, good and bad, made anew here: what Laurel says of it. */
class SampleClassesTest extends Ob3Case {

    private static final String HOME = "https://school.example/issuers/1";
    private static final IssuerIdentity SCHOOL = Issued.issuer(Issued.PUBLIC);
    private static final String KEY = SCHOOL.keys().ed25519().id();
    private static final Disclosing DISCLOSING = new Disclosing();
    private static final List<String> VC_2 = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    private static final List<String> VC_11 = List.of(
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            "https://w3id.org/security/suites/ed25519-2020/v1",
            "https://w3id.org/security/data-integrity/v2");

    static Stream<Arguments> samples() {
        return Stream.of(
                sample("simple", Verdict.GENUINE, Reason.ISSUER_LISTS, ours -> {}),
                sample(
                        "a context of an earlier version",
                        Verdict.GENUINE,
                        Reason.PROOF_FITS,
                        badge -> badge.putArray("@context")
                                .add(VC_2.get(0))
                                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json")),
                sample(
                        "an issuer that is a urn",
                        Verdict.UNCHECKED,
                        Reason.ISSUER_NO_ADDRESS,
                        badge -> badge.putObject("issuer")
                                .put("id", "urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164")
                                .put("type", "Profile")),
                sample(
                        "another type",
                        Verdict.UNREADABLE,
                        Reason.NO_BADGE,
                        badge -> badge.putArray("type")
                                .add("VerifiableCredential")
                                .add("OtherCredential")),
                sample(
                        "without the first context",
                        Verdict.UNREADABLE,
                        Reason.MEMBER_WRONG,
                        badge -> badge.putArray("@context").add(VC_2.get(1))),
                sample(
                        "without an achievement",
                        Verdict.UNREADABLE,
                        Reason.MEMBER_WRONG,
                        badge -> badge.withObject("credentialSubject").remove("achievement")),
                sample("without an issuer", Verdict.UNREADABLE, Reason.MEMBER_WRONG, badge -> badge.remove("issuer")),
                sample(
                        "expired",
                        Verdict.EXPIRED,
                        Reason.VALID_NO_MORE,
                        badge -> badge.put("validUntil", "2026-04-01T00:00:00Z")),
                sample(
                        "in the future",
                        Verdict.NOT_YET_VALID,
                        Reason.VALID_LATER,
                        badge -> badge.put("validFrom", "2999-01-01T00:00:00Z")));
    }

    private static Arguments sample(String name, Verdict verdict, Reason reason, Consumer<ObjectNode> change) {
        return arguments(name, verdict, reason, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void vc2_withEddsaRdfc2022(String name, Verdict verdict, Reason reason, Consumer<ObjectNode> change) {
        ObjectNode badge = badge(VC_2);
        badge.put("validFrom", "2026-03-01T10:02:14Z");
        change.accept(badge);
        assertSaid(proved(badge, "eddsa-rdfc-2022", HOME + "#" + KEY), verdict, reason);
    }

    static Stream<Arguments> proofs() {
        return Stream.of(
                arguments("key behind the hash", HOME + "#" + KEY, Verdict.GENUINE, Reason.PROOF_FITS),
                arguments(
                        "another key behind the hash",
                        HOME + "#z6MkNobodys",
                        Verdict.UNKNOWN_ISSUER,
                        Reason.ISSUER_LISTS_NOT),
                arguments("no scheme", "issuers/1", Verdict.UNKNOWN_ISSUER, Reason.ISSUER_LISTS_NOT),
                arguments("another scheme", "ftp://school.example/1", Verdict.UNKNOWN_ISSUER, Reason.ISSUER_LISTS_NOT),
                arguments("another kind of DID", "did:example:1", Verdict.UNKNOWN_ISSUER, Reason.ISSUER_LISTS_NOT),
                arguments("a key alone", "did:key:" + KEY, Verdict.UNKNOWN_ISSUER, Reason.PROOF_FITS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proofs")
    void vc2_byHowTheKeyIsNamed(String name, String method, Verdict verdict, Reason reason) {
        ObjectNode signed = proved(badge(VC_2).put("validFrom", "2026-03-01T10:02:14Z"), "eddsa-rdfc-2022", method);
        assertSaid(signed, verdict, reason);
        if (reason == Reason.PROOF_FITS) {
            assertSaid(signed.put("name", "Changed"), Verdict.CHANGED, Reason.PROOF_FITS_NOT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vc11")
    void vc11(String suite, boolean isEndorsement) {
        ObjectNode document = isEndorsement ? endorsement() : badge(VC_11);
        document.set("@context", contexts(VC_11));
        document.remove(List.of("validFrom", "awardedDate", "name"));
        document.put("issuanceDate", "2026-03-01T10:02:14Z");
        ObjectNode signed = proved(document, suite, HOME + "#" + KEY);

        assertSaid(signed, Verdict.GENUINE, isEndorsement ? Reason.FORMAT_ENDORSEMENT : Reason.FORMAT_KNOWN);
        assertSaid(signed.put("issuanceDate", "2025-03-01T10:02:14Z"), Verdict.CHANGED, Reason.PROOF_FITS_NOT);
    }

    static Stream<Arguments> vc11() {
        return Stream.of("Ed25519Signature2020", "eddsa-2022")
                .flatMap(suite -> Stream.of(arguments(suite, false), arguments(suite, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void others(String name, String text, Verdict verdict, Reason reason) {
        assertSaid(text, verdict, reason);
    }

    static Stream<Arguments> others() {
        ObjectNode badge = badge(VC_2).put("validFrom", "2026-03-01T10:02:14Z");
        badge.withObject("issuer").put("id", DISCLOSING.did());
        ObjectNode disclosed = DISCLOSING.sign(badge, DISCLOSING.did() + "#" + DISCLOSING.multibase(), 5);
        ObjectNode base = disclosed.deepCopy();
        ((ObjectNode) base.path("proof").path(0)).put("proofValue", "u2V0AhVhA");
        String old =
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\"https://old.example/1\",\"name\":\"Robots\",\"type\":";
        return Stream.of(
                arguments("a part is shown", disclosed.toString(), Verdict.GENUINE, Reason.PROOF_FITS),
                arguments(
                        "another is shown",
                        disclosed.deepCopy().put("name", "Changed").toString(),
                        Verdict.CHANGED,
                        Reason.PROOF_FITS_NOT),
                arguments("what the holder keeps", base.toString(), Verdict.UNCHECKED, Reason.PROOF_KIND),
                arguments("no proof", badge.toString(), Verdict.UNREADABLE, Reason.PROOF_MISSING),
                arguments("an endorsement alone", Endorsed.one("urn:x:y"), Verdict.GENUINE, Reason.FORMAT_ENDORSEMENT),
                arguments("a BadgeClass alone", old + "\"BadgeClass\"}", Verdict.UNREADABLE, Reason.NO_AWARD_BADGE),
                arguments("an issuer alone", old + "\"Issuer\"}", Verdict.UNREADABLE, Reason.NO_AWARD_ISSUER),
                arguments("another class", old + "\"CoolClass\"}", Verdict.UNREADABLE, Reason.NO_BADGE));
    }

    private void assertSaid(Object document, Verdict verdict, Reason reason) {
        Report report = asked(document);
        assertThat(report.verdict()).as(String.valueOf(report.lines())).isEqualTo(verdict);
        assertThat(reasons(report)).contains(reason);
    }

    private Report asked(Object document) {
        ObjectNode home = JsonNodeFactory.instance.objectNode().put("id", HOME);
        home.putArray("assertionMethod").add(HOME + "#" + KEY);
        home.putArray("verificationMethod")
                .addObject()
                .put("id", HOME + "#" + KEY)
                .put("type", "Multikey")
                .put("controller", HOME)
                .put("publicKeyMultibase", KEY);
        web.put(HOME, home);
        return verify(document);
    }

    private static ArrayNode contexts(List<String> contexts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        contexts.forEach(array::add);
        return array;
    }

    private static ObjectNode badge(List<String> contexts) {
        ObjectNode badge = unsigned(SCHOOL);
        badge.set("@context", contexts(contexts));
        badge.putObject("issuer")
                .put("id", HOME)
                .put("name", "A school")
                .putArray("type")
                .add("Profile");
        badge.remove(List.of("evidence", "awardedDate"));
        return badge;
    }

    private static ObjectNode endorsement() {
        ObjectNode document = (ObjectNode) new JsonMapper().readTree(Endorsed.one("urn:x:y"));
        document.remove("proof");
        document.put("issuer", HOME);
        return document;
    }

    /** With a proof of a cryptosuite, or of a type that needs none. */
    private static ObjectNode proved(ObjectNode document, String suite, String method) {
        ObjectNode options = JsonNodeFactory.instance
                .objectNode()
                .put("type", suite.startsWith("Ed") ? suite : "DataIntegrityProof")
                .put("created", "2026-03-01T10:02:14Z")
                .put("verificationMethod", method)
                .put("proofPurpose", "assertionMethod");
        if (!suite.startsWith("Ed")) {
            options.put("cryptosuite", suite);
        }
        byte[] signature = SCHOOL.keys().ed25519().sign(hash(document, options));
        document.putArray("proof").add(options.put("proofValue", "z" + Base58.encode(signature)));
        return document;
    }

    // what nobody can sign has some signature, too
    private static byte[] hash(ObjectNode document, ObjectNode options) {
        try {
            return Signing.hash(document, options);
        } catch (NotCanonical e) {
            return new byte[64];
        }
    }
}
