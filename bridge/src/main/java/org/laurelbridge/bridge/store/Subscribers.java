package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements.Subscriber;
import org.laurelbridge.bridge.deliver.Lane;

/** Rows of table subscriber, a handful. */
final class Subscribers {
    private final Handle handle;

    Subscribers(Handle handle) {
        this.handle = handle;
    }

    /**
     * One who is told.
     *
     * @param isGone it wants to be told no more
     * @param newerThan see {@link Subscriber}
     */
    record Row(String target, Lane lane, Set<String> what, boolean isGone, Duration newerThan) {}

    /** Who is told such a thing. */
    List<Row> of(What what) {
        return handle
                .createQuery("select target, lane, what, gone_at, newer_than from subscriber order by target")
                .map((rows, context) -> new Row(
                        rows.getString("target"),
                        Lane.of(rows.getInt("lane")),
                        Set.copyOf(Arrays.asList(rows.getString("what").split(" "))),
                        Columns.instantOrNull(rows, "gone_at") != null,
                        Duration.of(rows.getLong("newer_than"), ChronoUnit.MICROS)))
                .list()
                .stream()
                .filter(row -> row.what().contains(what.word()))
                .toList();
    }

    /** These and no others in these lanes. */
    void set(Collection<Lane> lanes, List<Subscriber> all, Dialect dialect) {
        Update removal = handle.createUpdate("delete from subscriber where lane in (<lanes>)"
                        + (all.isEmpty() ? "" : " and target not in (<targets>)"))
                .bindList("lanes", lanes.stream().map(Lane::number).toList());
        if (!all.isEmpty()) {
            removal.bindList("targets", all.stream().map(Subscriber::target).toList());
        }
        removal.execute();
        Batches.write(
                handle,
                "insert into subscriber (target, lane, what, newer_than) values (:target, :lane, :what, :newerThan)"
                        + dialect.orChange("target", "lane = new.lane, what = new.what, newer_than = new.newer_than"),
                all,
                (batch, one) -> batch.bind("target", one.target())
                        .bind("lane", one.lane().number())
                        .bind("what", words(one.what()))
                        .bind(
                                "newerThan",
                                one.newerThan() == null ? null : TimeUnit.MICROSECONDS.convert(one.newerThan())));
    }

    private static String words(Set<What> what) {
        return what.stream().map(What::word).sorted().collect(Collectors.joining(" "));
    }

    Optional<Instant> goneAt(String target) {
        return handle.createQuery("select gone_at from subscriber where target = :target and gone_at is not null")
                .bind("target", target)
                .mapTo(Instant.class)
                .findOne();
    }

    void gone(String target, Instant at) {
        handle.execute("update subscriber set gone_at = ? where target = ? and gone_at is null", at, target);
    }

    /** Whom a person sends to again wants to be told again, for all that is known. */
    void comeBack(String target) {
        handle.execute("update subscriber set gone_at = null where target = ?", target);
    }

    /**
     * The same of the targets of deliveries.
     *
     * @param which a condition on table delivery, with {@code :id} or without
     */
    void comeBack(String which, long id) {
        Update update = handle.createUpdate("update subscriber set gone_at = null where gone_at is not null"
                + " and target in (select target from delivery where " + which + ")");
        (which.contains(":id") ? update.bind("id", id) : update).execute();
    }
}
