package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.record.PersonId;

/** Who misses one condition of a badge alone, in table near_badge: written with each conclusion, whether it came of facts or of time. */
final class NearRows {
    private NearRows() {}

    static void put(Handle handle, Dialect dialect, List<Conclusion> conclusions) {
        Batches.write(
                handle,
                "insert into near_badge (person, badge) values (:person, :badge)" + dialect.orLeave("person"),
                due(conclusions, true),
                (batch, one) -> batch.bind("person", one.person().value()).bind("badge", one.badge()));
        Batches.write(
                handle,
                "delete from near_badge where person = :person and badge = :badge",
                due(conclusions, false),
                (batch, one) -> batch.bind("person", one.person().value()).bind("badge", one.badge()));
    }

    private static List<Due> due(List<Conclusion> conclusions, boolean isNear) {
        return conclusions.stream()
                .filter(one -> one.isNear() == isNear)
                .map(Conclusion::due)
                .toList();
    }

    /** @param people some hundred, who stand for themselves */
    static Set<PersonId> find(Handle handle, List<UUID> people, Collection<String> badges) {
        return handle.createQuery(
                        "select distinct person from near_badge where person in (<people>) and badge in (<badges>)")
                .bindList("people", people)
                .bindList("badges", List.copyOf(badges))
                .mapTo(UUID.class)
                .map(PersonId::new)
                .set();
    }
}
