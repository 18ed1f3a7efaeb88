package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.launch.Launch.Message.DeepLinking;
import org.laurelbridge.bridge.lti.place.Choices;
import org.laurelbridge.bridge.lti.place.Choices.Choice;

class ChoiceStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final URI BACK = URI.create("https://moodle.example.org/back?course=2");

    private static Choice choice(Optional<String> course, Optional<String> data) {
        return new Choice(
                new UUID(0, 1), TestPlatform.platform().id(), "1", course, new DeepLinking(BACK, data, true, false));
    }

    @OnEveryDatabase
    void take_isOnce(Database database) {
        Choices choices = new ChoiceStore(database);
        Choice choice = choice(Optional.of("2"), Optional.of("ü\n\"<>"));
        choices.begin(choice, "token", NOW);
        assertThat(choices.find("token", NOW)).contains(choice);
        assertThat(choices.find("other", NOW)).isEmpty();
        assertThat(choices.take("other", NOW)).isEmpty();
        assertThat(choices.take("token", NOW)).contains(choice);
        assertThat(choices.take("token", NOW)).isEmpty();
        assertThat(choices.find("token", NOW)).isEmpty();
    }

    @OnEveryDatabase
    void take_afterAnHour_findsNothing(Database database) {
        Choices choices = new ChoiceStore(database);
        Choice choice = choice(Optional.empty(), Optional.empty());
        choices.begin(choice, "token", NOW);
        assertThat(choices.find("token", NOW.plus(Choices.LONGEST))).contains(choice);
        assertThat(choices.take("token", NOW.plus(Choices.LONGEST).plusSeconds(1)))
                .isEmpty();
    }

    @OnEveryDatabase
    void take_byManyAtOnce_isOne(Database database) {
        Choices choices = new ChoiceStore(database);
        choices.begin(choice(Optional.of("2"), Optional.empty()), "token", NOW);
        assertThat(AtOnce.taken(() -> choices.take("token", NOW))).hasSize(1);
    }
}
