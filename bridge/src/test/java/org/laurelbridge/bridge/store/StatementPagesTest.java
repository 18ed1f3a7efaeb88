package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.taken;
import static org.laurelbridge.bridge.store.Samples.voids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.record.StatementLog.Located;
import org.laurelbridge.bridge.record.StatementLog.Page;
import org.laurelbridge.bridge.record.StatementLog.Range;
import org.laurelbridge.mapping.VoidReach;

class StatementPagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<UUID> inOrder = new ArrayList<>();
    private StatementStore store;

    @BeforeEach
    void keep(Database database) {
        store = new StatementStore(database);
        for (int commit = 0; commit < 10; commit++) {
            Candidate[] some = new Candidate[commit % 3 + 1];
            for (int i = 0; i < some.length; i++) {
                some[i] = passed(UUID.randomUUID());
                inOrder.add(some[i].id());
            }
            append(NOW.plusSeconds(10L * commit), some);
        }
        // the clock of another node was behind: its intake comes later and lies earlier
        database.change(handle -> handle.execute(
                "update intake set stored_at = ? where id = (select max(i.id) from (select id from intake) i)",
                Columns.micros(NOW.minusSeconds(1))));
        inOrder.add(0, inOrder.remove(inOrder.size() - 1));
    }

    @OnEveryDatabase
    void list_pageByPage_findsAllInTheOrderStored() {
        assertThat(new StatementListing(store).all(true, 2)).isEqualTo(inOrder);
        assertThat(new StatementListing(store).all(true, 500)).isEqualTo(inOrder);
    }

    @OnEveryDatabase
    void list_descending_findsAllInTheOppositeOrder() {
        Collections.reverse(inOrder);

        assertThat(new StatementListing(store).all(false, 2)).isEqualTo(inOrder);
        assertThat(new StatementListing(store).all(false, 7)).isEqualTo(inOrder);
    }

    @OnEveryDatabase
    void list_withVoidedOnes_fillsThePageWithOthers() {
        UUID voider = UUID.randomUUID();
        append(NOW.plusSeconds(200), voids(voider, inOrder.get(1)));

        assertThat(store.list(null, new Range(null, null, true, null, 3)).statements())
                .extracting(located -> located.statement().id())
                .containsExactly(inOrder.get(0), inOrder.get(2), inOrder.get(3));
        assertThat(new StatementListing(store).all(true, 2))
                .hasSize(inOrder.size())
                .doesNotContain(inOrder.get(1))
                .endsWith(voider);
    }

    @OnEveryDatabase
    void list_sinceAndUntil_leavesOutTheFirstAndTakesTheLast() {
        Instant since = stored(inOrder.get(1));
        Instant until = stored(inOrder.get(4));

        List<Located> page =
                store.list(null, new Range(since, until, true, null, 500)).statements();

        assertThat(page)
                .extracting(located -> located.statement().id())
                .containsExactlyElementsOf(inOrder.subList(2, 7));
    }

    @OnEveryDatabase
    void list_ofASource_showsWhatItBroughtAloneOrWithOthers() {
        UUID own = UUID.randomUUID();
        store.append(
                List.of(taken("lms", passed(own)), taken("lms", passed(inOrder.get(4)))),
                (source, authority) -> VoidReach.OWN,
                NOW.plusSeconds(200));

        assertThat(shown(new StatementListing(store).pages("lms", true, 10))).containsExactly(inOrder.get(4), own);
        assertThat(store.find("lms", inOrder.get(4))).isPresent();
        assertThat(store.find("lms", inOrder.get(5))).isEmpty();
    }

    @OnEveryDatabase
    void list_ofASmallSourceInALargeLog_answersShortPagesAndMissesNothing() {
        List<UUID> own = new ArrayList<>();
        for (int commit = 0; commit < 12; commit++) {
            Candidate[] many = Stream.generate(() -> passed(UUID.randomUUID()))
                    .limit(1_000)
                    .toArray(Candidate[]::new);
            append(NOW.plusSeconds(300), many);
            if (commit % 5 == 0) {
                own.add(UUID.randomUUID());
                store.append(
                        List.of(taken("lms", passed(own.get(own.size() - 1)))),
                        (source, authority) -> VoidReach.OWN,
                        NOW.plusSeconds(300));
            }
        }

        List<Page> pages = new StatementListing(store).pages("lms", true, 10);
        assertThat(pages).hasSize(3);
        assertThat(shown(pages)).isEqualTo(own);
        List<Page> backwards = new StatementListing(store).pages("lms", false, 1);
        Collections.reverse(own);
        assertThat(shown(backwards)).isEqualTo(own);
        assertThat(new StatementListing(store).pages("nobody", false, 10))
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.statements()).isEmpty());
    }

    @OnEveryDatabase
    void list_ofExactlyOnePage_promisesNoOther() {
        assertThat(store.list(null, new Range(null, null, true, null, inOrder.size()))
                        .next())
                .isNull();
    }

    @OnEveryDatabase
    void stored_growsEvenWhenTheClockGoesBack() {
        UUID early = UUID.randomUUID();
        append(NOW.minusSeconds(1_000), passed(early));

        assertThat(stored(early)).isAfter(stored(inOrder.get(inOrder.size() - 1)));
    }

    @OnEveryDatabase
    void consistentThrough_whatIsStoredLater_liesAfterIt() {
        Instant through = store.consistentThrough(NOW.plusSeconds(3_600));
        UUID later = UUID.randomUUID();
        append(NOW, passed(later));

        assertThat(through).isAfter(NOW.plusSeconds(3_590)).isBefore(NOW.plusSeconds(3_600));
        assertThat(stored(later)).isAfter(through);
    }

    private static List<UUID> shown(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.statements().stream())
                .map(located -> located.statement().id())
                .toList();
    }

    private void append(Instant now, Candidate... candidates) {
        store.append(List.of(taken("lrs", candidates)), (source, authority) -> VoidReach.ANYTHING, now);
    }

    private Instant stored(UUID id) {
        return store.find(id).orElseThrow().stored();
    }
}
