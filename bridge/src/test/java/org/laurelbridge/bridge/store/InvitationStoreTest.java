package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
        assertThat(AtOnce.taken(() -> invitations.take(token, NOW))).containsExactly(CAMPUS);
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

    @OnEveryDatabase
    void list_hasThoseThatAreGood_andEndEndsThem(Database database) {
        Invitations invitations = new InvitationStore(database);
        String first = invitations.give(CAMPUS, NOW);
        String token = invitations.give(CAMPUS, NOW.plusSeconds(1));
        invitations.give(new Invitation("annex", false), NOW.plusSeconds(1));

        assertThat(invitations.find(first, NOW))
                .as("a newer one for the same name ends it")
                .isEmpty();
        assertThat(invitations.list(NOW))
                .extracting(open -> open.invitation().name())
                .containsExactly("annex", "campus");
        Invitations.Open campus = invitations.list(NOW).get(1);
        assertThat(campus.id()).doesNotContain(token);
        assertThat(invitations.find(campus.id(), NOW))
                .as("its id opens nothing")
                .isEmpty();
        assertThat(invitations.end(campus.id())).isTrue();
        assertThat(invitations.end(campus.id())).isFalse();
        assertThat(invitations.end("no id")).isFalse();
        assertThat(invitations.take(token, NOW)).isEmpty();
        assertThat(invitations.list(NOW.plus(Invitations.LENGTH).plusSeconds(1)))
                .isEmpty();
    }
}
