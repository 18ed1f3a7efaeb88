package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EarnedStatementsTest {

    private static final Person ADA = Samples.ada(
            new Identifier("account", "https://lms.example", "3"), new Identifier("email", "", "ada@campus.example"));

    private final Lrs lrs = new Lrs();
    private final Target target = new EarnedStatements(lrs, URI.create("https://badges.example/"));

    @Test
    void send_ofAnAward_saysWhoEarnedWhatWhen() {
        assertThat(target.send(Samples.delivery(ADA))).isEqualTo(new Attempt.Delivered());

        JsonNode statement = lrs.only();
        assertThat(statement.at("/verb/id").asString()).isEqualTo("https://openbadgespec.org/xapi/verbs/earned");
        assertThat(statement.at("/object/id").asString()).isEqualTo("https://badges.example/badges/k8s-quiz/3");
        assertThat(statement.at("/object/definition/name/en").asString()).isEqualTo("Kubernetes fundamentals");
        assertThat(statement.at("/actor/account/homePage").asString()).isEqualTo("https://lms.example");
        assertThat(statement.at("/actor/account/name").asString()).isEqualTo("3");
        assertThat(statement.at("/timestamp").asString()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(statement.at("/context/statement/id").asString()).isEqualTo("11111111-1111-4111-8111-111111111111");
    }

    @Test
    void send_again_putsTheSameStatement() {
        target.send(Samples.delivery(ADA));
        target.send(Samples.delivery(ADA));

        assertThat(lrs.held).hasSize(1);
        assertThat(lrs.puts).hasSize(2).allMatch(lrs.puts.get(0)::equals);
    }

    @Test
    void send_takenBack_voidsWhatWasSaid() {
        target.send(Samples.delivery(ADA));
        UUID said = lrs.held.keySet().iterator().next();

        assertThat(target.send(Samples.delivery(ADA, 2, "0"))).isEqualTo(new Attempt.Delivered());
        assertThat(lrs.voided()).containsExactly(said.toString());
        assertThat(target.standing(Samples.delivery(ADA, 2, "0"))).isEqualTo(new Standing.Stands());
    }

    @Test
    void send_takenBackTwice_voidsOnce() {
        target.send(Samples.delivery(ADA));
        target.send(Samples.delivery(ADA, 2, "0"));
        target.send(Samples.delivery(ADA, 2, "0"));

        assertThat(lrs.voided()).hasSize(1);
    }

    @Test
    void send_takenBackBeforeAnythingWasSaid_saysNothing() {
        assertThat(target.send(Samples.delivery(ADA, 2, "0"))).isEqualTo(new Attempt.Delivered());
        assertThat(lrs.puts).isEmpty();
    }

    @Test
    void send_restored_saysItUnderANewId() {
        target.send(Samples.delivery(ADA));
        target.send(Samples.delivery(ADA, 2, "0"));
        target.send(Samples.delivery(ADA, 3, "100"));

        assertThat(lrs.voided()).hasSize(1);
        assertThat(target.standing(Samples.delivery(ADA, 3, "100"))).isEqualTo(new Standing.Stands());
        assertThat(target.standing(Samples.delivery(ADA))).isEqualTo(new Standing.Differs());
    }

    @Test
    void send_whileTheLrsIsDown_isForLater() {
        lrs.answer = new Attempt.Later("down", Duration.ZERO);

        assertThat(target.send(Samples.delivery(ADA))).isEqualTo(lrs.answer);
    }

    @Test
    void send_forALearnerWithoutAnAccount_usesTheAddress() {
        target.send(Samples.delivery(Samples.ada(new Identifier("email", "", "ada@campus.example"))));

        assertThat(lrs.only().at("/actor/mbox").asString()).isEqualTo("mailto:ada@campus.example");
    }

    @Test
    void send_forALearnerWithNothing_usesLaurelsOwnAccount() {
        target.send(Samples.delivery(Samples.ada()));

        assertThat(lrs.only().at("/actor/account/homePage").asString()).isEqualTo("https://badges.example");
    }

    /** An LRS that keeps what it is given and hides what is voided. */
    private static final class Lrs implements StatementWriter {
        private final JsonMapper json = JsonMapper.builder().build();
        private final Map<UUID, JsonNode> held = new LinkedHashMap<>();
        private final List<String> puts = new ArrayList<>();
        private Attempt answer = new Attempt.Delivered();

        @Override
        public Attempt put(UUID id, String statement) {
            JsonNode read = json.readTree(statement);
            assertThat(read.path("id").asString()).isEqualTo(id.toString());
            puts.add(statement);
            held.put(id, read);
            return answer;
        }

        @Override
        public Standing standing(UUID id) {
            return held.containsKey(id) && !voided().contains(id.toString())
                    ? new Standing.Stands()
                    : new Standing.Differs();
        }

        JsonNode only() {
            assertThat(held).hasSize(1);
            return held.values().iterator().next();
        }

        List<String> voided() {
            return held.values().stream()
                    .filter(statement -> statement.at("/verb/id").asString("").endsWith("/voided"))
                    .map(statement -> statement.at("/object/id").asString(""))
                    .toList();
        }
    }
}
