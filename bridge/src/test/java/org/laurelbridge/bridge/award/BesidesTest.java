package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Identifier;

/** What somebody did that does not count: voided where it would, elsewhere where it is effective. */
class BesidesTest {
    private static final String TEN = "2026-03-01T10:00:00Z";

    private Walk walk;
    private PersonId ada;
    private PersonId bob;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.apply(mapping(1, "park"));
        ada = walk.ada();
        bob = walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
    }

    private static String lab(UUID id) {
        return did(id, "https://lms.example/lab", "{\"completion\":true}", TEN);
    }

    private static String bobs(String statement) {
        return statement.replace("ada@", "bob@");
    }

    private List<UUID> besides(PersonId person) {
        return walk.awards.listBesides(person, List.of("quiz"), List.of("lab")).stream()
                .map(Fact::statement)
                .distinct()
                .toList();
    }

    @OnEveryDatabase
    void besides_isWhatWasVoided_andWhatCountsElsewhere_ofWhoIsOnePerson() {
        UUID before = UUID.randomUUID();
        UUID labBefore = UUID.randomUUID();
        UUID labVoided = UUID.randomUUID();
        walk.walk(
                bobs(scored(before, "0.9", TEN)),
                bobs(scored(UUID.randomUUID(), "0.8", TEN)),
                bobs(lab(labBefore)),
                bobs(lab(labVoided)));
        walk.walk(voids(UUID.randomUUID(), before), voids(UUID.randomUUID(), labVoided));
        assertThat(besides(bob)).containsExactlyInAnyOrder(before, labBefore);
        assertThat(besides(ada)).isEmpty();

        Merge merge = walk.people.merge(ada, bob, "one person", walk.clock.instant());
        UUID after = UUID.randomUUID();
        UUID labAfter = UUID.randomUUID();
        walk.walk(bobs(scored(after, "0.9", TEN)), lab(labAfter), scored(UUID.randomUUID(), "0.7", TEN));
        walk.walk(voids(UUID.randomUUID(), after));
        assertThat(besides(ada)).containsExactlyInAnyOrder(before, labBefore, after, labAfter);
        assertThat(walk.awards.listBesides(ada, List.of(), List.of("lab")))
                .extracting(Fact::statement)
                .contains(labBefore, labAfter)
                .doesNotContain(labVoided);
        assertThat(walk.awards.listBesides(ada, List.of(), List.of())).isEmpty();

        walk.people.unmerge(merge.id(), walk.clock.instant());
        walk.settle();
        assertThat(besides(ada)).containsExactly(labAfter);
        assertThat(besides(bob)).contains(before, labBefore).doesNotContain(labAfter);
    }
}
