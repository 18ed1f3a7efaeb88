package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.xapi.Json;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever somebody does to a badge: it is not genuine any more, nothing is thrown, and nobody is asked who is not named in it. */
class TamperedTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Members that mean something somewhere, with values that they could have. */
    private static final Map<String, JsonNode> MEANINGFUL = new LinkedHashMap<>();

    static {
        MEANINGFUL.put("id", JSON.stringNode("https://evil.example/1"));
        MEANINGFUL.put("@id", JSON.stringNode("https://evil.example/1"));
        MEANINGFUL.put("@type", JSON.stringNode("https://evil.example/Type"));
        MEANINGFUL.put("@graph", JSON.arrayNode());
        MEANINGFUL.put("@included", JSON.arrayNode().add(JSON.objectNode().put("name", "x")));
        MEANINGFUL.put("@base", JSON.stringNode("https://evil.example/"));
        MEANINGFUL.put("name", JSON.stringNode("Professor"));
        MEANINGFUL.put("description", JSON.stringNode("Everything"));
        MEANINGFUL.put("validUntil", JSON.stringNode("2030-01-01T00:00:00Z"));
        MEANINGFUL.put("validFrom", JSON.stringNode("2020-01-01T00:00:00Z"));
        MEANINGFUL.put("expirationDate", JSON.stringNode("2030-01-01T00:00:00Z"));
        MEANINGFUL.put("unknown", JSON.stringNode("x"));
        MEANINGFUL.put("https://www.w3.org/2018/credentials#validUntil", JSON.stringNode("2030-01-01T00:00:00Z"));
        MEANINGFUL.put("xsd:name", JSON.stringNode("x"));
        MEANINGFUL.put("narrative", JSON.objectNode().put("@value", "x").put("@language", "e n"));
        MEANINGFUL.put("url", JSON.stringNode("https://evil.example/"));
        MEANINGFUL.put(
                "image", JSON.objectNode().put("id", "https://evil.example/").put("type", "Image"));
        MEANINGFUL.put("result", JSON.objectNode().put("type", "Result").put("value", "100"));
        MEANINGFUL.put("evidence", JSON.objectNode().put("type", "Evidence").put("narrative", "x"));
        MEANINGFUL.put("termsOfUse", JSON.objectNode().put("type", "Anything"));
        MEANINGFUL.put("@context", JSON.stringNode("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"));
    }

    private final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    private final Web web = new Web();
    private final Verifier verifier =
            new Verifier(ours, OwnDocuments.NONE, web, picture -> new Pictures.Held(null, null), web::now);
    private ObjectNode signed;

    @BeforeEach
    void sign() {
        signed = Signing.sign(
                ours, Signing.unsigned(ours, Issued.earned("ada@example.org"), Issued.SIGNED_AT), Issued.SIGNED_AT);
        assertThat(verify(signed).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void memberTakenAway() {
        for (JsonPointer place : places(signed)) {
            ObjectNode tampered = signed.deepCopy();
            JsonNode parent = tampered.at(place.head());
            if (parent instanceof ObjectNode object) {
                object.remove(place.last().getMatchingProperty());
            } else {
                ((ArrayNode) parent).remove(place.last().getMatchingIndex());
            }
            assertTampered(tampered, "without " + place);
        }
    }

    @Test
    void valueChanged() {
        for (JsonPointer place : places(signed)) {
            for (JsonNode other :
                    List.of(JSON.stringNode("x:y"), JSON.numberNode(1), JSON.objectNode(), JSON.nullNode())) {
                ObjectNode tampered = signed.deepCopy();
                put(tampered, place, other);
                assertTampered(tampered, place + " = " + other);
            }
        }
    }

    @Test
    void memberAdded() {
        for (JsonPointer place : objects(signed)) {
            MEANINGFUL.forEach((name, value) -> {
                ObjectNode tampered = signed.deepCopy();
                ObjectNode object = (ObjectNode) tampered.at(place);
                if (!object.has(name)) {
                    object.set(name, value);
                    assertTampered(tampered, place + " with " + name);
                }
            });
        }
    }

    @Test
    void memberRenamed() {
        for (JsonPointer place : places(signed)) {
            ObjectNode tampered = signed.deepCopy();
            if (tampered.at(place.head()) instanceof ObjectNode object) {
                JsonNode value = object.remove(place.last().getMatchingProperty());
                object.set(place.last().getMatchingProperty().toUpperCase(Locale.ROOT), value);
                assertTampered(tampered, place + " in capitals");
            }
        }
    }

    /** Half a letter becomes a question mark in UTF-8, so that it would be signed where a question mark was. */
    @Test
    void halfALetter() {
        ObjectNode asked =
                Signing.unsigned(ours, Issued.earned(null), Issued.SIGNED_AT).put("name", "Why?");
        String text = Signing.sign(ours, asked, Issued.SIGNED_AT).toString();
        assertThat(verifier.verify(new Presented.Text(text)).verdict()).isEqualTo(Verdict.GENUINE);

        for (String half : List.of("\\ud800", "\\udc00", "\ud800")) {
            assertThat(verifier.verify(new Presented.Text(text.replace("Why?", "Why" + half)))
                            .verdict())
                    .isNotEqualTo(Verdict.GENUINE);
        }
    }

    @Test
    void anyByteChanged() {
        byte[] text = signed.toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260301);
        for (int i = 0; i < 400; i++) {
            byte[] tampered = text.clone();
            tampered[random.nextInt(tampered.length)] = (byte) (32 + random.nextInt(95));
            Report report = verifier.verify(new Presented.File(tampered));
            if (report.verdict() == Verdict.GENUINE) {
                assertThat(read(new String(tampered, StandardCharsets.UTF_8))).isEqualTo(read(signed.toString()));
            }
        }
    }

    @Test
    void whateverItIs_nothingIsThrownAndNobodyAskedWhoIsNotNamed() {
        Random random = new Random(20260302);
        List<String> seeds = List.of(
                signed.toString(),
                token("{\"alg\":\"RS256\",\"kid\":\"https://badges.example.org/issuer/keys/1\"}", signed),
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"https://a.example/1\","
                        + "\"verification\":{\"type\":\"hosted\"},\"badge\":{\"id\":\"https://a.example/2\"}}",
                token(
                        "{\"alg\":\"RS256\"}",
                        JSON.objectNode()
                                .put("@context", "https://w3id.org/openbadges/v2")
                                .put("type", "Assertion")));
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = mutated(seeds.get(i % seeds.size()).getBytes(StandardCharsets.UTF_8), random);
            assertThat(verifier.verify(new Presented.File(bytes)).lines()).isNotEmpty();
            assertThat(verifier.verify(new Presented.Text(new String(bytes, StandardCharsets.ISO_8859_1)))
                            .lines())
                    .isNotEmpty();
        }
        assertThat(web.asked()).isNotEmpty().allMatch(address -> address.matches("https?://[a-z0-9].*"));
    }

    @Test
    void linkOfAnyKind_throwsNothing() {
        for (String link :
                List.of("", "https://", "https://[", "javascript:alert(1)", "https://a b", "\u0000", "http://\uD800")) {
            assertThat(verifier.verify(new Presented.Link(link)).verdict())
                    .as(link)
                    .isEqualTo(Verdict.UNCHECKED);
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 2 -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(seed, random.nextInt(seed.length - length + 1), bytes, at, length);
                }
                default -> bytes[at] = (byte) "{}[]\":,.0e-\\".charAt(random.nextInt(12));
            }
        }
        return bytes;
    }

    private static String token(String header, JsonNode payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(payload.toString().getBytes(StandardCharsets.UTF_8)) + ".AAAA";
    }

    private void assertTampered(JsonNode tampered, String what) {
        assertThat(verify(tampered).verdict()).as(what).isNotEqualTo(Verdict.GENUINE);
    }

    private Report verify(JsonNode credential) {
        return verifier.verify(new Presented.Text(credential.toString()));
    }

    private static void put(ObjectNode document, JsonPointer place, JsonNode value) {
        JsonNode parent = document.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
        }
    }

    private static List<JsonPointer> places(JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        collect(node, JsonPointer.empty(), places);
        return places;
    }

    private static List<JsonPointer> objects(JsonNode node) {
        List<JsonPointer> objects = new ArrayList<>(List.of(JsonPointer.empty()));
        places(node).stream().filter(place -> node.at(place).isObject()).forEach(objects::add);
        return objects;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.properties().forEach(member -> {
            places.add(at.appendProperty(member.getKey()));
            collect(member.getValue(), at.appendProperty(member.getKey()), places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at.appendIndex(i));
            collect(node.get(i), at.appendIndex(i), places);
        }
    }

    private static JsonNode read(String text) {
        return new Json().read(text) instanceof Json.Parsed.Value value
                ? value.node()
                : JsonMapper.shared().nullNode();
    }
}
