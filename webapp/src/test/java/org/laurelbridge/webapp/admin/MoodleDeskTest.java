package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/** How a Moodle is tried and how it stands. */
class MoodleDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final String[] NEEDED = {
        "core_user_get_users_by_field",
        "core_course_get_course_module",
        "core_enrol_get_enrolled_users",
        "gradereport_user_get_grade_items",
        "core_grades_update_grades"
    };

    private final Deliveries deliveries = mock(Deliveries.class);
    private final MoodleDesk desk = new MoodleDesk(deliveries, () -> NOW);
    private final UUID id = UUID.randomUUID();
    private final Words words = Words.of(Language.ENGLISH);
    private Instant made = NOW;

    private KeptMoodle moodle(URI root, String token) {
        return new KeptMoodle(id, "campus", root, token, false, List.of());
    }

    private String said(KeptMoodle moodle) {
        ConnectionsPage.State state = desk.state(moodle);
        return words.say(state.word()) + (state.why() == null ? "" : ": " + words.say(state.why()));
    }

    private static List<String> bad(List<ConnectionsPage.Tried> steps) {
        return steps.stream()
                .filter(ConnectionsPage.Tried::isBad)
                .map(ConnectionsPage.Tried::step)
                .toList();
    }

    @Test
    void untried_saysSo_thenWhatTheTrialFound_untilItsSettingsChange() {
        try (FakeMoodle fake = new FakeMoodle(InstantSource.system())) {
            KeptMoodle wrong = moodle(fake.root(), "wrong");
            assertThat(said(wrong)).isEqualTo("Never tried");
            assertThat(bad(desk.tried(wrong))).containsExactly("moving.moodle.step.token");
            assertThat(said(wrong))
                    .startsWith("Fails: Moodle does not know the token.")
                    .contains("tested on 1 March");
            assertThat(said(moodle(fake.root(), "other"))).isEqualTo("Never tried");
        }
    }

    @Test
    void tried_whereNobodyAnswers_failsAtTheStepOfAnLrsTest() {
        List<ConnectionsPage.Tried> steps = desk.tried(moodle(URI.create("http://127.0.0.1:1"), "t"));

        assertThat(bad(steps)).containsExactly("set-up.step.connection");
        assertThat(bad(desk.tried(moodle(URI.create("http://moodle.invalid"), "t"))))
                .containsExactly("set-up.step.name");
        assertThat(steps)
                .extracting(ConnectionsPage.Tried::step)
                .contains("set-up.step.tls", "moving.moodle.step.token");
    }

    @Test
    void delivered_works_andWhatWasRefusedSaysWhySinceWhen() {
        KeptMoodle moodle = moodle(URI.create("http://127.0.0.1:1"), "t");
        newest(State.DELIVERED, null, NOW);
        assertThat(said(moodle)).isEqualTo("Works: a grade arrived on 1 March 2026");
        newest(State.STUCK, "HTTP 500", null);
        assertThat(said(moodle)).isEqualTo("Fails: HTTP 500 (since 1 March 2026)");
    }

    @Test
    void triedWell_afterADelivery_works_butNotWhileTheDeliveryHasTrouble() {
        try (FakeMoodle fake = new FakeMoodle(InstantSource.system())) {
            KeptMoodle moodle = moodle(fake.service("t", NEEDED).root(), "t");
            made = NOW.minusSeconds(3600);
            assertThat(bad(desk.tried(moodle))).isEmpty();

            newest(State.DUE, null, null);
            assertThat(said(moodle)).startsWith("Works: tested on 1 March");
            newest(State.STUCK, "HTTP 500", null);
            assertThat(said(moodle)).isEqualTo("Fails: HTTP 500 (since 1 March 2026)");
            newest(State.DUE, "HTTP 500", null);
            assertThat(said(moodle)).startsWith("Fails: HTTP 500");
            newest(State.SUPERSEDED, "HTTP 500", null);
            assertThat(said(moodle)).as("nobody sends it any more").startsWith("Works: tested");
            newest(State.DELIVERED, null, NOW.plusSeconds(60));
            assertThat(said(moodle)).startsWith("Works: a grade arrived");
        }
    }

    @Test
    void triedBadly_afterADelivery_saysWhatTheTrialFound() {
        try (FakeMoodle fake = new FakeMoodle(InstantSource.system())) {
            KeptMoodle wrong = moodle(fake.root(), "wrong");
            made = NOW.minusSeconds(3600);
            desk.tried(wrong);

            newest(State.STUCK, "HTTP 500", null);
            assertThat(said(wrong)).startsWith("Fails: Moodle does not know the token.");
        }
    }

    @Test
    void removed_isForgotten() {
        KeptMoodle moodle = moodle(URI.create("http://127.0.0.1:1"), "t");
        desk.tried(moodle);
        assertThat(said(moodle)).startsWith("Fails");

        desk.forget(moodle.id());

        assertThat(said(moodle)).isEqualTo("Never tried");
    }

    private void newest(State state, @Nullable String trouble, @Nullable Instant arrived) {
        Listed delivery = new Listed(
                1, new AwardId(UUID.randomUUID()), "k8s", "campus", "", 1, state, 1, NOW, trouble, made, arrived);
        when(deliveries.list(any(), anyLong(), anyInt()))
                .thenReturn(List.of(new Deliveries.Line(delivery, UUID.randomUUID(), null)));
    }
}
