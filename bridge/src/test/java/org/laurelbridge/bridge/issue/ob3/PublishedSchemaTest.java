package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issuance;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.StatusPlace;
import org.laurelbridge.bridge.issue.StatusPlace.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Laurel writes, by the JSON Schema that 1EdTech publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSchemaTest {

    private static final StatusPlace PLACE = new StatusPlace(new UUID(1, 2), Purpose.REVOCATION, 4711, new UUID(3, 4));

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
            .getSchema(text());

    static Stream<Arguments> credentials() {
        Endorsed endorsed = Endorsed.about(FullBadge.ID, "did:web:badges.example.org:issuer");
        Ob3Signer full = new Ob3Signer(FullBadge.issuer(), endorsed);
        Ob3Signer plain = new Ob3Signer(Issued.issuer(Issued.PUBLIC));
        Issuance listed = new Issuance(Issued.SIGNED_AT, PLACE);
        Earned hidden = FullBadge.earned(new Earned.Shown(false, false), true);
        return Stream.of(
                Arguments.of("all", full.sign(FullBadge.earned(), listed)),
                Arguments.of("plain identity, nothing shown", full.sign(hidden, listed)),
                Arguments.of("without an address", plain.sign(Issued.earned(null), Issued.issuance())),
                Arguments.of("expiring", plain.sign(Issued.expiring(Instant.parse("2027-01-01T00:00:00Z")), listed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("credentials")
    void credential_isAsTheSchemaSays(String which, String credential) {
        assertThat(refused(credential)).as(which).isEmpty();
    }

    @Test
    void schema_refusesWhatIsOtherwise() {
        ObjectNode credential =
                read(credentials().findFirst().orElseThrow().get()[1].toString());
        ((ObjectNode) credential.at("/credentialSubject/achievement/resultDescription/0")).put("valueMax", 100);
        ((ObjectNode) credential.at("/credentialSubject/achievement/alignment/0")).put("targetType", "skill");
        ((ObjectNode) credential.at("/issuer/endorsement/0")).remove("proof");
        ((ObjectNode) credential.at("/issuer/endorsement/0")).remove("name");

        assertThat(refused(credential.toString()))
                .anyMatch(why -> why.contains("valueMax"))
                .anyMatch(why -> why.contains("targetType"))
                .anyMatch(why -> why.contains("name"));
    }

    private List<String> refused(String json) {
        return schema.validate(read(json)).stream().map(Error::toString).toList();
    }

    private static ObjectNode read(String json) {
        JsonNode node = JsonMapper.shared().readTree(json);
        return (ObjectNode) node;
    }

    private static String text() {
        String file = "ob_v3p0_achievementcredential.schema.json";
        try (InputStream in = Objects.requireNonNull(PublishedSchemaTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
