package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.HappeningStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** A number moves with everything that happens to somebody's awards and on the way to them, and stands still otherwise. */
class HappeningsTest {
    private static final String TEN = "2026-03-01T10:00:00Z";

    @OnEveryDatabase
    void number_movesWithWhatHappens_toWhoeverStandsForThem(Database database) {
        Walk walk = new Walk(database);
        Happenings happenings = new HappeningStore(database);
        walk.apply(mapping(1, "park"), badge("award: claim"));
        PersonId ada = walk.ada();
        assertThat(happenings.count(List.of(ada))).containsExactly(Map.entry(ada, 0L));

        walk.walk(scored(new UUID(1, 1), "0.7", TEN));
        long heard = happenings.count(List.of(ada)).getOrDefault(ada, 0L);
        assertThat(heard).as("though it earns nothing").isPositive();
        walk.settle();
        assertThat(happenings.count(List.of(ada)).get(ada)).isEqualTo(heard);
        walk.walk(scored(new UUID(1, 2), "0.9", TEN));
        long offered = happenings.count(List.of(ada)).getOrDefault(ada, 0L);
        assertThat(offered).isGreaterThan(heard + 1);

        new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock).claim(walk.only());
        walk.settle();
        long granted = happenings.count(List.of(ada)).getOrDefault(ada, 0L);
        assertThat(granted).isGreaterThan(offered);
        walk.settle();
        assertThat(happenings.count(List.of(ada)).get(ada)).isEqualTo(granted);

        PersonId other = new PersonId(new UUID(9, 9));
        database.change(handle ->
                handle.execute("insert into merged_person (merged, root) values (?, ?)", ada.value(), other.value()));
        List<PersonId> many = Stream.concat(
                        Stream.of(other), IntStream.range(0, 700).mapToObj(i -> new PersonId(new UUID(8, i))))
                .toList();
        assertThat(happenings.count(many)).hasSize(701).containsEntry(other, granted);
    }
}
