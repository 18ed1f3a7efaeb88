package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.taken;
import static org.laurelbridge.bridge.store.Samples.voids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.Quarantined;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

/** The same statements and voids of several sources, in whatever order and however often, void the same (rules: S2, S6). */
class VoidOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Actor BOSS = new Actor(
            Actor.Type.AGENT, null, new InverseFunctionalIdentifier.Account("https://lms.example", "boss"), List.of());
    private static final VoidRight TRUST = (source, authority) ->
            BOSS.equals(authority) ? VoidReach.ANYTHING : source.equals("quiet") ? VoidReach.NOTHING : VoidReach.OWN;

    /** Stories that come at the same time, each in an order of its own. */
    private static final int TOGETHER = 50;

    private static final int ROUNDS = 20;

    private final Random random = new Random(11);

    @OnEveryDatabase
    void thousandPermutationsWithDuplicates_voidTheSame(Database database) {
        StatementStore store = new StatementStore(database);
        List<Story> stories = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Story> together =
                    IntStream.range(0, TOGETHER).mapToObj(i -> Story.fresh()).toList();
            tell(store, together);
            stories.addAll(together);
        }

        Set<UUID> standing = Set.copyOf(new StatementListing(store).all(true, 500));
        Set<UUID> quarantined = store.listQuarantined(100_000).stream()
                .map(Quarantined::statement)
                .collect(Collectors.toSet());
        assertThat(stories).hasSize(1_000).allSatisfy(story -> {
            assertThat(story.numbered(standing::contains))
                    .as("standing")
                    .containsExactlyInAnyOrder(2, 5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
            assertThat(story.numbered(quarantined::contains)).as("quarantined").containsExactlyInAnyOrder(12, 15, 17);
        });
        assertThat(stories.get(0).numbered(id -> store.findVoided(id).isPresent()))
                .as("voided")
                .containsExactlyInAnyOrder(1, 3, 4, 6, 7);
    }

    /** One statement of each story a commit, or several. */
    private void tell(StatementStore store, List<Story> stories) {
        List<List<Submission>> orders =
                stories.stream().map(story -> permuted(story.told())).toList();
        List<Submission> commit = new ArrayList<>();
        for (int place = 0; place < orders.get(0).size(); place++) {
            for (List<Submission> order : orders) {
                commit.add(order.get(place));
            }
            if (random.nextInt(3) > 0) {
                store.append(commit, TRUST, NOW);
                commit.clear();
            }
        }
        store.append(commit, TRUST, NOW);
    }

    private List<Submission> permuted(List<Submission> told) {
        List<Submission> order = new ArrayList<>(told);
        for (int more = 0; more < 5; more++) {
            order.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(order, random);
        return order;
    }

    /** Statements 1 to 7 and voiding ones from 11 on, by the numbers of their ids. */
    private record Story(UUID base) {

        static Story fresh() {
            return new Story(UUID.randomUUID());
        }

        UUID id(int number) {
            return new UUID(base.getMostSignificantBits(), base.getLeastSignificantBits() & ~0xffL | number);
        }

        List<Submission> told() {
            return List.of(
                    taken("lrs", passed(id(1))),
                    taken("lms", passed(id(1))),
                    taken("lrs", passed(id(2))),
                    taken("lms", passed(id(3))),
                    taken("lrs", passed(id(4))),
                    taken("quiet", passed(id(5))),
                    taken("lrs", passed(id(6))),
                    taken("moodle", passed(id(7))),
                    // of what both brought: its own
                    taken("lms", voids(id(11), id(1))),
                    // of what only the other brought
                    taken("lms", voids(id(12), id(2))),
                    // of its own, and of its own once more
                    taken("lms", voids(id(13), id(3))),
                    taken("lms", voids(id(14), id(3))),
                    taken("lrs", voids(id(15), id(3))),
                    // vouched for
                    taken("lms", voids(id(16), id(4), BOSS)),
                    taken("quiet", voids(id(17), id(5))),
                    // of a void that applies to nothing
                    taken("lms", voids(id(18), id(12))),
                    // told by two, of whom one may
                    taken("lms", voids(id(19), id(6))),
                    taken("lrs", voids(id(19), id(6))),
                    taken("lrs", voids(id(20), id(7))),
                    taken("lrs", voids(id(20), id(7), BOSS)));
        }

        List<Integer> numbered(Predicate<UUID> which) {
            return IntStream.rangeClosed(1, 20)
                    .filter(number -> which.test(id(number)))
                    .boxed()
                    .toList();
        }
    }
}
