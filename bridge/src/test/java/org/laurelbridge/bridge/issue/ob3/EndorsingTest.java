package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.FullBadge;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeptEndorsements;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What others say for a badge, when it comes in and when it is given on. */
class EndorsingTest {

    private final IssuerIdentity issuer = FullBadge.issuer();
    private final Endorsed endorsed = Endorsed.about(FullBadge.ID, "did:web:badges.example.org:issuer");
    private final List<KeptEndorsements.Endorsement> kept = new ArrayList<>();
    private final Endorsing endorsing = new Endorsing(issuer, new Kept(), () -> Issued.SIGNED_AT);

    private final class Kept implements KeptEndorsements {
        @Override
        public KeptEndorsements by(Doer doer) {
            return this;
        }

        @Override
        public List<String> list(String about) {
            return List.of();
        }

        @Override
        public boolean save(Endorsement endorsement, Instant now) {
            return kept.size() < MOST && kept.add(endorsement);
        }

        @Override
        public boolean remove(String about, String id) {
            return false;
        }
    }

    @Test
    void add_whatIsRight_isKeptAsItWasSigned() {
        String json = endorsed.list(FullBadge.ID).get(0);

        assertThat(endorsing.add(FullBadge.ID, json)).isEmpty();

        assertThat(kept)
                .containsExactly(new KeptEndorsements.Endorsement(
                        FullBadge.ID, read(json).path("id").asString(), json));
    }

    @Test
    void add_tooMany_isRefused() {
        String json = endorsed.list(FullBadge.ID).get(0);
        for (int i = 0; i < KeptEndorsements.MOST; i++) {
            endorsing.add(FullBadge.ID, json);
        }

        assertThat(endorsing.add(FullBadge.ID, json)).hasSize(1);
    }

    @Test
    void add_whatIsWrong_isToldAllAtOnce() {
        List<Problem> problems = endorsing.add(FullBadge.ID, """
                {"@context": "https://www.w3.org/ns/credentials/v2", "type": ["EndorsementCredential"], "name": "",
                 "issuer": {"id": "did:web:badges.example.org:issuer"}, "validFrom": "today", "validUntil": "2026-02-01T00:00:00Z",
                 "credentialSubject": {"id": "%s/2", "type": "EndorsementSubject"}, "proof": {}}""".formatted(FullBadge.ID));

        assertThat(problems)
                .extracting(Problem::place)
                .containsExactly(
                        "/@context",
                        "/type",
                        "/id",
                        "/name",
                        "/issuer",
                        "/issuer/type",
                        "/validFrom",
                        "/validUntil",
                        "/credentialSubject/type",
                        "/credentialSubject/id",
                        "/proof");
        assertThat(kept).isEmpty();
    }

    @Test
    void add_whatIsNoCredential_isRefused() {
        for (String json : List.of("", "[]", "{", "7", "{\"a\":1,\"a\":2}", " ".repeat(Endorsing.MOST_BYTES + 1))) {
            assertThat(endorsing.add(FullBadge.ID, json)).as(json).hasSize(1);
        }
    }

    @Test
    void add_whatCouldNotBeSignedInOurs_isRefused() {
        assertRefused("favouriteColour", document -> document.put("favouriteColour", "blue"));
        assertRefused(
                "https://x.example/context",
                document -> document.withArray("@context").add("https://x.example/context"));
        assertRefused(
                "written out",
                document -> document.withArray("@context").addObject().put("name", "x:y"));
    }

    @Test
    void add_byAnIssuerWhoseKeyIsNotKnownHere_mustBeSignableAllTheSame() {
        ObjectNode document = (ObjectNode) read(endorsed.list(FullBadge.ID).get(0));
        ((ObjectNode) document.path("issuer")).put("id", "did:web:guild.example.org");

        assertThat(endorsing.add(
                        FullBadge.ID, document.put("favouriteColour", "blue").toString()))
                .hasSize(1);
        document.remove("favouriteColour");
        assertThat(endorsing.add(FullBadge.ID, document.toString())).isEmpty();
    }

    @Test
    void add_changedAfterItWasSigned_isRefused() {
        assertRefused("a signature that fits", document -> document.put("name", "Another"));
    }

    @Test
    void signed_withEndorsements_isGenuine_andEachOfThemAlone() {
        String signed = new Ob3Signer(issuer, endorsed).sign(FullBadge.earned(), Issued.issuance());

        assertThat(new Ob3Verifier(issuer).verify(signed)).isEqualTo(new Ob3Verifier.Genuine(true));
        JsonNode achievement = read(signed).at("/credentialSubject/achievement");
        for (JsonNode holder : List.of(achievement, read(signed).path("issuer"))) {
            JsonNode one = holder.at("/endorsement/0");
            assertThat(one.toString())
                    .isEqualTo(endorsed.list(holder.path("id").asString()).get(0));
            assertThat(fits((ObjectNode) one)).isTrue();
            assertThat(fits(((ObjectNode) one).deepCopy().put("name", "Another")))
                    .isFalse();
        }
    }

    private boolean fits(ObjectNode endorsement) {
        ObjectNode proof = (ObjectNode) endorsement.at("/proof/0");
        return new ProofCheck()
                .fits(
                        endorsement,
                        proof,
                        issuer.findKey(
                                        endorsement.at("/issuer/id").asString(),
                                        proof.path("verificationMethod").asString())
                                .orElseThrow());
    }

    private void assertRefused(String why, Consumer<ObjectNode> change) {
        ObjectNode document = (ObjectNode) read(endorsed.list(FullBadge.ID).get(0));
        change.accept(document);
        assertThat(endorsing.add(FullBadge.ID, document.toString()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains(why));
        assertThat(kept).isEmpty();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
