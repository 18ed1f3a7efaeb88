package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.key.Keys.Algorithm;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import tools.jackson.databind.JsonNode;

/** What becomes of badges when the keys that signed them are others. */
class SigningKeysTest extends WithIssuer {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String MARCH = "2026-03-01T10:00:00Z";

    @OnEveryDatabase
    void keys_withdrawn_whileOneSigns_thatIsNotKept() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", MARCH));
        AwardId id = walk.only().credential();
        Credentials.Wanted wish = credentials.listWanted(1).get(0);

        keys.withdraw(keys.ed25519().id());

        assertThat(credentials.save(
                        wish, walk.clock.instant(), "by the key that somebody else has", walk.clock.instant()))
                .isFalse();
        assertThat(issued(id).toString()).contains(keys.ed25519().id());
    }

    @OnEveryDatabase
    void keys_withdrawn_whatIsOver_isSignedAnewToo() {
        walk.apply(mapping(1, "park"), badge("valid: {for: 1y}"));
        walk.walk(scored(A, "0.9", MARCH));
        AwardId id = walk.only().credential();
        issued(id);
        walk.turn(Duration.ofDays(400));

        keys.withdraw(keys.ed25519().id());

        JsonNode after = issued(id);
        assertThat(after.toString()).contains(keys.ed25519().id());
        assertThat(Instant.parse(after.path("validFrom").asString()))
                .isBefore(Instant.parse(after.path("validUntil").asString()));
    }

    @OnEveryDatabase
    void keys_rotated_oldBadgesHold_withdrawn_areSignedAnew() {
        walk.apply(mapping(1, "park"), badge());
        walk.walk(scored(A, "0.9", MARCH));
        AwardId id = walk.only().credential();
        String before = issued(id).toString();
        String old = keys.ed25519().id();

        keys.rotate(Algorithm.ED25519);
        assertThat(keys.ed25519().id()).isNotEqualTo(old);
        assertThat(new Ob3Verifier(identity).verify(before)).isEqualTo(new Ob3Verifier.Genuine(true));
        assertThat(issued(id).toString()).isEqualTo(before);

        keys.withdraw(old);
        assertThat(new Ob3Verifier(identity).verify(before)).isInstanceOf(Ob3Verifier.NotGenuine.class);
        String after = issued(id).toString();
        assertThat(after).contains(keys.ed25519().id()).doesNotContain(old);
        assertThat(new Ob3Verifier(identity).verify(after)).isEqualTo(new Ob3Verifier.Genuine(true));
    }
}
