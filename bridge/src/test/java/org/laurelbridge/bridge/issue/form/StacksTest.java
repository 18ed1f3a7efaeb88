package org.laurelbridge.bridge.issue.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issuance;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.Recipient;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.ob3.Ob3Signer;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.bridge.record.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in the record of a stack. */
class StacksTest {
    private static final AwardId PART = new AwardId(new UUID(5, 5));
    private static final PersonId ADA = new PersonId(new UUID(1, 1));

    private final Awards awards = mock(Awards.class);
    private final Credentials credentials = mock(Credentials.class);
    private final Earnings earnings = mock(Earnings.class);
    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private Instant now = Issued.SIGNED_AT;
    private final Stacks stacks =
            new Stacks(awards, credentials, earnings, stack -> List.of("part"), issuer, () -> now);

    @BeforeEach
    void sign() {
        String signed = new Ob3Signer(issuer).sign(Issued.earned(null), Issued.issuance());
        when(credentials.find(any())).thenReturn(Optional.of(signed));
        when(earnings.find(any())).thenReturn(Optional.of(Issued.earned(null)));
    }

    @Test
    void find_publicStack_hasPublicPartsAlone() {
        stack(true);

        part(true, null);
        assertThat(inside()).hasSize(2);
        part(false, null);
        assertThat(inside()).hasSize(1);
    }

    @Test
    void find_privateStack_hasPrivatePartsToo() {
        stack(false);
        part(false, null);

        assertThat(inside()).hasSize(2);
    }

    @Test
    void find_partThatIsOver_isLeftOut() {
        stack(true);
        part(true, now.plusSeconds(60));
        assertThat(inside()).hasSize(2);

        now = now.plus(Duration.ofSeconds(60));
        assertThat(inside()).hasSize(1);
    }

    @Test
    void find_partOfAnAccountThatWasMerged_isLeftOut() {
        stack(true);
        part(true, null);
        credential(PART, Issued.RECIPIENT);
        when(earnings.find(PART.value())).thenReturn(Optional.of(of(new UUID(7, 7))));

        assertThat(inside()).hasSize(1);
    }

    @Test
    void find_partWithAnIdOfItsOwn_isOfTheOneSubject_signedAnew() {
        stack(true);
        part(true, null);
        credential(PART, new UUID(7, 7));
        when(earnings.find(PART.value())).thenReturn(Optional.of(of(new UUID(7, 7))));

        JsonNode part = inside().get(1);

        assertThat(part.at("/credentialSubject/id").asString()).isEqualTo("urn:uuid:" + Issued.RECIPIENT);
        assertThat(part.path("id")).isEqualTo(inside().get(0).path("id"));
        assertThat(new Ob3Verifier(issuer).verify(part.toString())).isEqualTo(new Ob3Verifier.Genuine(true));
        assertThat(part.path("proof")).hasSize(1);
        assertThat(part.path("validFrom").asString()).isEqualTo(Issued.SIGNED_AT.toString());
    }

    private void credential(AwardId id, UUID recipient) {
        String signed = new Ob3Signer(issuer).sign(of(recipient), Issued.issuance());
        when(credentials.find(id)).thenReturn(Optional.of(signed));
    }

    private static Earned of(UUID recipient) {
        Earned earned = Issued.earned(null);
        return new Earned(
                earned.credential(),
                new Recipient(recipient, null, "00ff"),
                earned.achievement(),
                earned.earnedAt(),
                null,
                2,
                Standing.STANDS);
    }

    @Test
    void find_thatExpires_saysWhen_andIsNotSignedAfterThat() {
        Instant end = now.plusSeconds(5);
        signed(Issued.AWARD, now, end);
        signed(PART, now.plusSeconds(9), null);
        stack(true);
        part(true, null);

        assertThat(record().path("validUntil").asString()).isEqualTo(end.toString());
        assertThat(record().path("validFrom").asString()).isEqualTo(now.toString());
    }

    @Test
    void find_associations_areOfTheFormThatTheSchemaAsksFor() {
        stack(true);
        part(true, null);

        JsonNode association = record().at("/credentialSubject/association/0");
        assertThat(association.propertyNames())
                .containsExactlyInAnyOrder("type", "associationType", "sourceId", "targetId");
        assertThat(association.path("type").asString()).isEqualTo("Association");
    }

    @Test
    void find_again_isTheSameText_untilABadgeInItIsAnother() {
        stack(true);
        part(true, null);
        String first = stacks.find(Issued.earned(null)).orElseThrow();

        assertThat(stacks.find(Issued.earned(null)).orElseThrow()).isSameAs(first);
        signed(PART, now.plusSeconds(9), null);
        assertThat(stacks.find(Issued.earned(null)).orElseThrow()).isNotEqualTo(first);
    }

    private void signed(AwardId id, Instant at, @Nullable Instant end) {
        Earned earned = end == null ? Issued.earned(null) : Issued.expiring(end);
        when(credentials.find(id)).thenReturn(Optional.of(new Ob3Signer(issuer).sign(earned, new Issuance(at, null))));
    }

    private JsonNode record() {
        return new JsonMapper().readTree(stacks.find(Issued.earned(null)).orElseThrow());
    }

    private JsonNode inside() {
        return record().path("credentialSubject").path("verifiableCredential");
    }

    private void stack(boolean isPublic) {
        Award stack = award(Issued.AWARD, "stack", isPublic, null);
        when(awards.find(Issued.AWARD.value())).thenReturn(Optional.of(stack));
    }

    private void part(boolean isPublic, @Nullable Instant expiresAt) {
        Award part = award(PART, "part", isPublic, expiresAt);
        when(awards.find(ADA, List.of("part"))).thenReturn(Map.of("part", List.of(part)));
    }

    private static Award award(AwardId id, String badge, boolean isPublic, @Nullable Instant expiresAt) {
        return new Award(
                id,
                id,
                1,
                badge,
                ADA,
                1,
                new Award.Basis(1, 1, Issued.EARNED_AT, expiresAt, List.of(), "{}"),
                new Award.Standing(AwardStatus.VALID, Award.Consent.NONE, null, null, false),
                isPublic);
    }
}
