package org.laurelbridge.bridge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.mockito.Mockito;

class IssuerTest {

    private static final byte[] SECRET = new byte[32];
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final AwardId GOOD = new AwardId(new UUID(2, 1));
    private static final AwardId OTHER = new AwardId(new UUID(2, 2));

    private final Queue queue = new Queue();
    private final Awards awards = Mockito.mock(Awards.class);
    private final People people = Mockito.mock(People.class);
    private final Map<String, Achievement> achievements = new HashMap<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00.750Z");
    private Earnings earnings;
    private Issuer issuer;

    @BeforeEach
    void know() {
        achievements.put("k8s-quiz", Issued.achievement());
        person();
        award(GOOD, "k8s-quiz", AwardStatus.VALID);
        earnings = new Earnings(
                awards,
                people,
                (badge, version) -> Optional.ofNullable(achievements.get(badge)),
                new AwardIds(SECRET),
                new Salts(SECRET));
        CredentialSigner signer = (earned, issuance) ->
                issuance.validFrom() + " " + earned.recipient().email();
        issuer = new Issuer(queue, earnings, signer, (earned, at) -> null, () -> now);
    }

    @Test
    void issueDue_wished_signsInAWholeSecond() {
        queue.wish(GOOD);

        assertThat(issuer.issueDue()).isEqualTo(1);

        assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:00Z null");
        assertThat(issuer.issueDue()).isZero();
    }

    @Test
    void issueDue_emailLearned_signsAgainWithNewerValidFrom() {
        queue.wish(GOOD);
        issuer.issueDue();

        person(new Identifier("email", "", "ada@example.org"));
        queue.wish(GOOD);
        issuer.issueDue();

        assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:01Z ada@example.org");
    }

    @Test
    void issueDue_clockSetBack_isStillLaterThanTheLast() {
        queue.wish(GOOD);
        issuer.issueDue();

        now = now.minusSeconds(3600);
        queue.wish(GOOD);
        issuer.issueDue();

        assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:01Z null");
    }

    @Test
    void issueDue_oneFails_keepsItsTroubleAndSignsTheOthers() {
        award(OTHER, "no-such-badge", AwardStatus.VALID);
        queue.wish(OTHER);
        queue.wish(GOOD);

        assertThat(issuer.issueDue()).isEqualTo(1);

        assertThat(queue.find(GOOD)).isPresent();
        assertThat(queue.troubles)
                .containsOnlyKeys(OTHER)
                .containsValue("IllegalStateException: there is no badge no-such-badge in version 1");
    }

    @Test
    void issueDue_over_signsNothingAndLeavesNoWish() {
        award(GOOD, "k8s-quiz", AwardStatus.VALID, now.minusSeconds(1));
        queue.wish(GOOD);

        issuer.issueDue();

        assertThat(queue.find(GOOD)).isEmpty();
        assertThat(queue.listWanted(10)).isEmpty();
    }

    @Test
    void issueDue_overButNobodyMaySeeTheLast_signsOnceMore_fromBeforeItsEnd() {
        award(GOOD, "k8s-quiz", AwardStatus.VALID, now.plusSeconds(2));
        queue.wish(GOOD);
        issuer.issueDue();
        now = now.plusSeconds(60);
        queue.wish(GOOD);
        issuer.issueDue();
        assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:00Z null");

        for (int second : new int[] {1, 2, 2}) {
            queue.documents.clear();
            queue.wish(GOOD);
            issuer.issueDue();
            assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:0" + second + "Z null");
        }
        assertThat(queue.listWanted(10)).isEmpty();
    }

    @Test
    void issueDue_revokedButNobodyMaySeeTheLast_signsOnceMore() {
        queue.wish(GOOD);
        issuer.issueDue();
        award(GOOD, "k8s-quiz", AwardStatus.REVOKED);
        queue.documents.clear();
        queue.wish(GOOD);

        issuer.issueDue();

        assertThat(queue.find(GOOD)).contains("2026-03-01T10:00:01Z null");
    }

    @Test
    void issueDue_revoked_signsNothingAndLeavesNoWish() {
        award(GOOD, "k8s-quiz", AwardStatus.REVOKED);
        queue.wish(GOOD);

        issuer.issueDue();

        assertThat(queue.find(GOOD)).isEmpty();
        assertThat(queue.listWanted(10)).isEmpty();
    }

    @Test
    void find_credentialThatWasTakenBack_staysSo_whileItsNextOneWaitsForApproval() {
        award(GOOD, OTHER, "k8s-quiz", AwardStatus.PROPOSED, null);

        assertThat(earnings.find(GOOD.value()))
                .hasValueSatisfying(earned -> assertThat(earned.standing()).isEqualTo(Standing.revoked("taken back")));
        assertThat(earnings.find(OTHER.value())).isEmpty();
    }

    @Test
    void find_twice_keepsTheSalt() {
        Salts salts = new Salts(SECRET);

        assertThat(salts.of(GOOD)).isEqualTo(new Salts(SECRET).of(GOOD)).matches("[0-9a-f]{32}");
        assertThat(salts.of(GOOD)).isNotEqualTo(salts.of(OTHER));
    }

    private void person(Identifier... identifiers) {
        Mockito.when(people.find(ADA.value())).thenReturn(Optional.of(new Person(ADA, null, List.of(identifiers))));
    }

    private void award(AwardId id, String badge, AwardStatus status) {
        award(id, badge, status, null);
    }

    private void award(AwardId id, String badge, AwardStatus status, @Nullable Instant expiresAt) {
        award(id, id, badge, status, expiresAt);
    }

    private void award(AwardId id, AwardId credential, String badge, AwardStatus status, @Nullable Instant expiresAt) {
        Award award = new Award(
                id,
                credential,
                1,
                badge,
                ADA,
                1,
                new Award.Basis(1, 1, now, expiresAt, List.of(), "{}"),
                new Award.Standing(status, Award.Consent.NONE, null, null, false),
                true);
        Mockito.when(awards.find(id.value())).thenReturn(Optional.of(award));
        Mockito.when(awards.find(credential.value())).thenReturn(Optional.of(award));
    }

    /** Works as the database does, without one. */
    private static final class Queue implements Credentials {
        private final Map<AwardId, Wanted> wanted = new LinkedHashMap<>();
        private final Map<AwardId, Instant> last = new HashMap<>();
        private final Map<AwardId, String> documents = new HashMap<>();
        private final Map<AwardId, String> troubles = new HashMap<>();

        void wish(AwardId award) {
            wanted.put(award, new Wanted(award, 1, last.get(award)));
        }

        @Override
        public List<Wanted> listWanted(int limit) {
            return List.copyOf(wanted.values());
        }

        @Override
        public boolean save(Wanted wish, Instant validFrom, String document, Instant now) {
            wanted.remove(wish.credential());
            last.put(wish.credential(), validFrom);
            documents.put(wish.credential(), document);
            return true;
        }

        @Override
        public void drop(Wanted wish) {
            wanted.remove(wish.credential());
        }

        @Override
        public void saveTrouble(Wanted wish, String trouble) {
            troubles.put(wish.credential(), trouble);
        }

        @Override
        public List<AwardId> listSuperseded() {
            return List.of();
        }

        @Override
        public List<AwardId> listRevoked() {
            return List.of();
        }

        @Override
        public Optional<String> find(AwardId award) {
            return Optional.ofNullable(documents.get(award));
        }
    }
}
