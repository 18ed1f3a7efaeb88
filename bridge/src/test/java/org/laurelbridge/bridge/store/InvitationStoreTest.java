package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.lti.register.Invitations;

class InvitationStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Invitation CAMPUS = new Invitation("campus", true);

    @OnEveryDatabase
    void take_byManyAtOnce_isOne(Database database) {
        Invitations invitations = new InvitationStore(database);
        String token = invitations.give(CAMPUS, NOW);
        assertThat(invitations.find(token, NOW)).contains(CAMPUS);
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> invitations.take(token, NOW))
                        .flatMap(Optional::stream))
                .containsExactly(CAMPUS);
        assertThat(invitations.find(token, NOW)).isEmpty();
    }

    @OnEveryDatabase
    void take_afterADayOrMadeUp_isNothing(Database database) {
        Invitations invitations = new InvitationStore(database);
        String token = invitations.give(CAMPUS, NOW);
        assertThat(invitations.take(token, NOW.plus(Invitations.LENGTH))).isEmpty();
        assertThat(invitations.take(token + "x", NOW)).isEmpty();
        assertThat(invitations.give(CAMPUS, NOW)).isNotEqualTo(token);
    }
}
