package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier.Genuine;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier.NotGenuine;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class Ob3VerifierTest {

    private static final URI LOOPBACK = URI.create("http://127.0.0.1:8080");

    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final Ob3Verifier verifier = new Ob3Verifier(issuer);
    private final String signed = new Ob3Signer(issuer).sign(Issued.earned("ada@example.org"), Issued.issuance());

    @Test
    void verify_ours_isGenuine() {
        assertThat(verifier.verify(signed)).isEqualTo(new Genuine(true));
    }

    @Test
    void verify_oursByDidKey_isGenuine() {
        IssuerIdentity trial = Issued.issuer(LOOPBACK);

        String credential = new Ob3Signer(trial).sign(Issued.earned(null), Issued.issuance());

        assertThat(new Ob3Verifier(trial).verify(credential)).isEqualTo(new Genuine(true));
    }

    @Test
    void verify_anotherInstallationByDidKey_isGenuineAndNotOurs() {
        String credential = new Ob3Signer(Issued.issuer(LOOPBACK)).sign(Issued.earned(null), Issued.issuance());

        assertThat(verifier.verify(credential)).isEqualTo(new Genuine(false));
    }

    @Test
    void verify_ourNameSignedByAnotherKey_isNotGenuine() {
        String forged = new Ob3Signer(Issued.issuer(Issued.PUBLIC)).sign(Issued.earned(null), Issued.issuance());

        assertThat(verifier.verify(forged)).isInstanceOf(NotGenuine.class);
    }

    @Test
    void verify_ourIssuerWithTheKeyOfAnother_isNotGenuine() {
        // a reader that trusts the proof's key without asking the issuer would accept this
        ObjectNode forged = new CredentialWriter(issuer).write(Issued.earned(null), Issued.issuance());
        new Ob3Signer(Issued.issuer(LOOPBACK)).sign(forged, Issued.SIGNED_AT);

        assertThat(verifier.verify(forged.toString()))
                .isEqualTo(new NotGenuine("the key of its proof is not known as a key of its issuer " + issuer.did()));
    }

    @Test
    void verify_memberTwice_isNotGenuine() {
        String twice = signed.replaceFirst("\\{", "{\"name\":\"Professor\",");

        assertThat(verifier.verify(twice)).isInstanceOf(NotGenuine.class);
    }

    @Test
    void verify_noJsonOrNoCredential_isNotGenuine() {
        for (String text : List.of("", "[]", "{}", "{", "null", "{\"@context\":7}")) {
            assertThat(verifier.verify(text)).as(text).isInstanceOf(NotGenuine.class);
        }
    }

    @Test
    void verify_memberAdded_isNotGenuine() {
        for (String added : List.of("\"validUntil\":\"2030-01-01T00:00:00Z\"", "\"unknown\":1", "\"@base\":\"x:y\"")) {
            assertThat(verifier.verify(signed.replaceFirst("\\{", "{" + added + ",")))
                    .as(added)
                    .isInstanceOf(NotGenuine.class);
        }
    }

    /** Every value in it changed, and every member left out, one at a time. */
    @TestFactory
    Stream<DynamicTest> verify_tampered_isNotGenuine() {
        return tampered(signed, 45);
    }

    @TestFactory
    Stream<DynamicTest> verify_tamperedThatTellsAll_isNotGenuine() {
        Endorsements endorsed = Endorsed.about(FullBadge.ID, issuer.did());
        return tampered(new Ob3Signer(issuer, endorsed).sign(FullBadge.earned(), Issued.issuance()), 140);
    }

    private Stream<DynamicTest> tampered(String credential, int atLeast) {
        List<JsonPointer> leaves = new ArrayList<>();
        collect(read(credential), JsonPointer.empty(), leaves);
        assertThat(leaves).hasSizeGreaterThan(atLeast);
        return leaves.stream()
                .flatMap(leaf -> Stream.of(
                        DynamicTest.dynamicTest("changed " + leaf, () -> assertNotGenuine(changed(credential, leaf))),
                        DynamicTest.dynamicTest("without " + leaf, () -> assertNotGenuine(without(credential, leaf)))))
                .filter(test -> !saysTheSame(test.getDisplayName()));
    }

    /** A context holds in what stands inside, too: without its own, an endorsement makes the same statements. */
    private static boolean saysTheSame(String change) {
        return change.matches("without .*/endorsement/0/@context/\\d");
    }

    private void assertNotGenuine(JsonNode tampered) {
        assertThat(verifier.verify(tampered.toString())).isInstanceOf(NotGenuine.class);
    }

    private static JsonNode changed(String credential, JsonPointer leaf) {
        JsonNode document = read(credential);
        JsonNode value = document.at(leaf);
        JsonNode other = value.isBoolean()
                ? JsonNodeFactory.instance.booleanNode(!value.asBoolean())
                : JsonNodeFactory.instance.stringNode(value.asString() + "1");
        JsonNode parent = document.at(leaf.head());
        if (parent instanceof ObjectNode object) {
            object.set(leaf.last().getMatchingProperty(), other);
        } else {
            ((ArrayNode) parent).set(leaf.last().getMatchingIndex(), other);
        }
        return document;
    }

    private static JsonNode without(String credential, JsonPointer leaf) {
        JsonNode document = read(credential);
        JsonNode parent = document.at(leaf.head());
        if (parent instanceof ObjectNode object) {
            object.remove(leaf.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(leaf.last().getMatchingIndex());
        }
        return document;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> leaves) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getValue(), at.appendProperty(member.getKey()), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), leaves);
            }
        } else {
            leaves.add(at);
        }
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
