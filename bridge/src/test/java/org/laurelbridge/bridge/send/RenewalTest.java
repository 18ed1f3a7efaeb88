package org.laurelbridge.bridge.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.send.AuthorizationServer.Granted;
import org.laurelbridge.bridge.send.Passes.Kept;

/** What comes between a renewal and its answer. */
class RenewalTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final URI THERE = URI.create("https://backpack.example/");
    private static final Grant OVER = new Grant("old", NOW, "refresh", "scope");
    private static final Grant NEXT = new Grant("new", NOW.plusSeconds(3_600), "refresh-2", "scope");

    private final Passes passes = mock(Passes.class);
    private final AuthorizationServer server = mock(AuthorizationServer.class);
    private final Renewal renewal = new Renewal(mock(Hosts.class), passes, server, InstantSource.fixed(NOW));
    private final Backpack backpack = backpack();

    private static Backpack backpack() {
        Services services = new Services(
                Version.OB3, "The Backpack", THERE, THERE, THERE, THERE, THERE, null, null, null, List.of());
        Host host = new Host(UUID.randomUUID(), THERE, services, new Host.Client("client", null, null, THERE, null));
        return new Backpack(
                UUID.randomUUID(), new PersonId(UUID.randomUUID()), host, Backpack.Choice.UNCHOSEN, null, NOW);
    }

    @BeforeEach
    void hostAnswers() {
        when(passes.claim(any(), anyLong(), any(), any())).thenReturn(true);
        when(server.refresh(any(), any(), any())).thenReturn(new Granted.Given(NEXT));
    }

    @Test
    void renewed_isUsed() {
        when(passes.find(backpack.id())).thenReturn(Optional.of(new Kept(OVER, 1)));
        when(passes.renew(backpack.id(), 1, NEXT)).thenReturn(true);
        assertThat(renewal.pass(backpack)).isEqualTo(new Renewal.Pass.Bearer("new", 2));
    }

    @Test
    void disconnectedMeanwhile_whatCameIsEnded_andNotUsed() {
        when(passes.find(backpack.id()))
                .thenReturn(Optional.of(new Kept(OVER, 1)))
                .thenReturn(Optional.empty());
        assertThat(renewal.pass(backpack)).isInstanceOf(Renewal.Pass.Lost.class);
        verify(server).revoke(backpack.host(), NEXT);
    }

    @Test
    void connectedAgainMeanwhile_whatTheLearnerSaidLastCounts() {
        Grant again = new Grant("again", NOW.plusSeconds(3_600), "refresh-3", "scope");
        when(passes.find(backpack.id()))
                .thenReturn(Optional.of(new Kept(OVER, 1)))
                .thenReturn(Optional.of(new Kept(again, 2)));
        assertThat(renewal.pass(backpack)).isEqualTo(new Renewal.Pass.Bearer("again", 2));
        verify(server, never()).revoke(any(), any());
    }
}
