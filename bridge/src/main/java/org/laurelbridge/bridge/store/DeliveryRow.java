package org.laurelbridge.bridge.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.record.Person;

/** A row of table delivery, as far as sending needs it. */
record DeliveryRow(
        long id,
        UUID award,
        String target,
        int revision,
        String course,
        BigDecimal grade,
        BigDecimal maximum,
        String remark,
        Instant stamp,
        String state,
        int attempts,
        Instant nextAt) {

    static final String SELECT = """
            select id, award, target, revision, course, grade, maximum, remark, stamp, state, attempts, next_at from delivery
            """;

    static final RowMapper<DeliveryRow> MAPPER = (rows, context) -> new DeliveryRow(
            rows.getLong("id"),
            Columns.uuid(rows.getBytes("award")),
            rows.getString("target"),
            rows.getInt("revision"),
            rows.getString("course"),
            new BigDecimal(rows.getString("grade")),
            new BigDecimal(rows.getString("maximum")),
            rows.getString("remark"),
            Columns.instant(rows.getLong("stamp")),
            rows.getString("state"),
            rows.getInt("attempts"),
            Columns.instant(rows.getLong("next_at")));

    /** Whether it is to be sent, and has a lower revision than the other. */
    boolean isOpenBefore(DeliveryRow other) {
        return revision < other.revision()
                && Set.of("due", "unknown", "sending").contains(state);
    }

    /** The delivery, before the try that it is now claimed for. */
    Delivery delivery(Award itsAward, Person person, String badgeTitle) {
        return new Delivery(
                id, itsAward, person, badgeTitle, target, revision, course, grade, maximum, remark, stamp, attempts);
    }
}
