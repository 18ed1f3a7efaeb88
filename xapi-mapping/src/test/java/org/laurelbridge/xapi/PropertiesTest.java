package org.laurelbridge.xapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.xapi.StatementReader.Manner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Laws that hold whatever the input is; the seeds are fixed so that a failure comes again. */
class PropertiesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> POINTERS = List.of(
            "/actor",
            "/actor/mbox",
            "/verb",
            "/verb/id",
            "/object",
            "/object/id",
            "/object/definition",
            "/result",
            "/result/score",
            "/result/duration",
            "/context",
            "/context/team",
            "/context/team/member",
            "/context/contextActivities",
            "/timestamp",
            "/attachments",
            "/version");
    private static final List<String> VALUES = List.of(
            "null",
            "1",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "true",
            "{\"id\": []}",
            "{\"objectType\": \"Group\"}",
            "1.0",
            "{\"objectType\": \"SubStatement\"}",
            "[[1], {\"member\": 1}]",
            "\"P1DT\"",
            "\"\"");

    private final Sameness sameness = new Sameness();

    @Test
    void same_rewritten_staysTheSame() {
        Random random = new Random(20260301);
        for (int round = 0; round < 500; round++) {
            ObjectNode rewritten = rewrite(Sample.full(), random);

            assertThat(sameness.same(Sample.full(), rewritten))
                    .as(rewritten.toString())
                    .isTrue();
            assertThat(sameness.same(rewritten, Sample.full())).isTrue();
        }
    }

    @Test
    void same_ofAnything_isReflexiveAndSymmetric() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            ObjectNode first = anything(random);
            ObjectNode second = random.nextBoolean() ? anything(random) : (ObjectNode) shuffled(first, random);

            assertThat(sameness.same(first, first)).as(first.toString()).isTrue();
            assertThat(sameness.same(first, second)).isEqualTo(sameness.same(second, first));
        }
    }

    @Test
    void namelessId_ofShuffledCopy_isTheSame() {
        Random random = new Random(11);
        NamelessId ids = new NamelessId(UUID::randomUUID);
        UUID expected = ids.of("campus", Sample.full());
        for (int round = 0; round < 500; round++) {
            assertThat(ids.of("campus", (ObjectNode) shuffled(Sample.full(), random)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void read_ofAnything_answers() {
        Random random = new Random(13);
        for (int round = 0; round < 2_000; round++) {
            ObjectNode statement = anything(random);
            for (XapiVersion version : XapiVersion.values()) {
                Reading strict = new StatementReader(Manner.STRICT, version).read(statement);
                Reading lenient = new StatementReader(Manner.LENIENT, version).read(statement);

                assertThat(strict instanceof Reading.Usable)
                        .isEqualTo(strict.problems().isEmpty());
                assertThat(lenient.problems()).hasSameSizeAs(strict.problems());
                assertThat(strict instanceof Reading.Refused || lenient instanceof Reading.Usable)
                        .isTrue();
            }
        }
    }

    @Test
    void read_ofMutatedBytes_answers() {
        Random random = new Random(17);
        byte[] whole = Sample.full().toString().getBytes(UTF_8);
        StatementReader reader = new StatementReader(Manner.LENIENT, XapiVersion.V1_0);
        for (int round = 0; round < 10_000; round++) {
            byte[] text = Arrays.copyOf(whole, round % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int change = random.nextInt(4); change > 0 && text.length > 0; change--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            Json.Parsed parsed = Sample.JSON.read(text);
            if (parsed instanceof Json.Parsed.Value value) {
                assertThat(reader.read(value.node())).isNotNull();
            } else {
                assertThat(((Json.Parsed.Broken) parsed).problem().place()).startsWith("line ");
            }
        }
    }

    private static ObjectNode anything(Random random) {
        ObjectNode statement = Sample.full();
        for (int change = random.nextInt(4); change > 0; change--) {
            String pointer = POINTERS.get(random.nextInt(POINTERS.size()));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            if (statement.at(pointer.substring(0, pointer.lastIndexOf('/'))).isObject()) {
                Sample.with(statement, pointer, value);
            }
        }
        return statement;
    }

    private static ObjectNode rewrite(ObjectNode statement, Random random) {
        ZoneOffset zone = ZoneOffset.ofHoursMinutes(random.nextInt(12), 30);
        Instant moment = Instant.parse("2026-03-01T09:02:11.123456789Z");
        statement.put("timestamp", moment.atOffset(zone).toString());
        List<JsonNode> members = new ArrayList<>();
        statement.at("/context/team/member").forEach(members::add);
        Collections.shuffle(members, random);
        ((ObjectNode) statement.at("/context/team"))
                .set("member", NODES.arrayNode().addAll(members));
        if (random.nextBoolean()) {
            statement.remove(List.of("authority", "stored", "version", "attachments"));
        }
        return (ObjectNode) shuffled(statement, random);
    }

    /** The same value with members in another order and numbers written in another way. */
    private static JsonNode shuffled(JsonNode value, Random random) {
        if (value instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            Collections.shuffle(members, random);
            ObjectNode copy = NODES.objectNode();
            members.forEach(member -> copy.set(member.getKey(), shuffled(member.getValue(), random)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(element -> copy.add(shuffled(element, random)));
            return copy;
        }
        if (!value.isNumber()) {
            return value;
        }
        BigDecimal number = value.decimalValue();
        return NODES.numberNode(number.setScale(number.scale() + random.nextInt(3)));
    }
}
