package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.Returns.Returned;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.ReturnStore;
import org.laurelbridge.mapping.Identifier;

/** Work that was sent back, until its learner hands something in again. */
class ReturnsTest {
    private static final List<String> BADGES = List.of("essay", "film");

    private Walk walk;
    private Returns returns;
    private PersonId ada;
    private PersonId bob;
    private PersonId eve;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        returns = new ReturnStore(database);
        String when = "when: {all: [{evidence: {badge: %s}}, {approved: {by: instructor}}]}";
        walk.apply(
                mapping(1, "park"),
                badge("essay", 1, when.formatted("essay")),
                badge("film", 1, when.formatted("film")));
        ada = walk.ada();
        bob = person("Bob", "bob@example.org");
        eve = person("Eve", "eve@example.org");
    }

    private PersonId person(String name, String email) {
        return walk.people.add(name, List.of(new Identifier("email", "", email)), walk.clock.instant());
    }

    private void handsIn(PersonId person, String badge) {
        walk.say(person, "evidence", badge, "text", "person " + person);
        walk.turn(Duration.ofDays(2));
    }

    private void sendBack(PersonId person, String badge) {
        returns.send(person, badge, "more", walk.clock.instant());
        walk.turn(Duration.ofDays(2));
    }

    /** As {@code NAME BADGE}. */
    private List<String> idle(PersonId... people) {
        return returns.listIdle(List.of(people), BADGES).stream()
                .map(this::said)
                .toList();
    }

    private String said(Returned one) {
        String name = one.person().equals(ada) ? "ada" : one.person().equals(bob) ? "bob" : "eve";
        return name + " " + one.badge();
    }

    @OnEveryDatabase
    void idle_isWhatWasSentBack_untilWhoeverIsThatPersonHandsInAnother() {
        handsIn(bob, "essay");
        handsIn(bob, "film");
        sendBack(bob, "essay");
        sendBack(bob, "film");
        sendBack(eve, "essay");
        handsIn(bob, "film");
        assertThat(idle(bob, eve)).as("of each badge by itself").containsExactly("bob essay", "eve essay");

        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertThat(idle(ada, eve)).containsExactly("ada essay", "eve essay");
        handsIn(eve, "essay");
        assertThat(idle(ada, eve)).as("another's work is not theirs").containsExactly("ada essay");
        handsIn(ada, "essay");
        assertThat(returns.list(List.of(ada, eve), BADGES)).hasSize(3);
        assertThat(idle(ada, eve)).isEmpty();

        sendBack(ada, "film");
        assertThat(idle(ada)).as("what bob handed in was before").containsExactly("ada film");
        assertThat(returns.listIdle(List.of(ada), List.of("essay"))).isEmpty();
        assertThat(returns.listIdle(List.of(ada), List.of())).isEmpty();
        assertThat(returns.listIdle(List.of(), BADGES)).isEmpty();
    }
}
