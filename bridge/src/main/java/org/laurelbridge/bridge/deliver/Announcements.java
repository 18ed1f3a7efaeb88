package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;

/**
 * What is told of awards, and to whom. An announcement is written with what it is about, when anybody at all is told such a thing; so
 * are the deliveries of it.
 */
public interface Announcements extends Recorded<Announcements> {

    /** Who is told from now on: these alone, as {@link Subscriber}s say. Whoever wants to be told no more stays gone. */
    void subscribe(Set<Lane> lanes, List<Subscriber> all);

    /** What a delivery tells; empty when that is gone, with its award. */
    Optional<Announcement> of(long delivery);

    /** Since when a target wants to be told no more; empty while it does. */
    Optional<Instant> goneAt(String target);

    /** The target wants to be told no more. */
    void gone(String target, Instant at);

    /**
     * Announcements that a target is told, in the order in which they were made.
     *
     * @param since made then or later
     * @param after the last of the page before; null for the first
     */
    List<Told> list(Subscriber subscriber, Instant since, @Nullable UUID after, int limit);

    /**
     * Tells a target again, whatever it answered, under the same ids; and what was announced before it was there. A target that was
     * gone is told from now on.
     *
     * @param since all that was announced then or later
     * @return how many
     */
    int replay(Subscriber subscriber, Instant since, Instant now);

    /** The same of one announcement; false when there is none of this id that the target is told. */
    boolean replay(Subscriber subscriber, UUID announcement, Instant now);

    /**
     * Who is told.
     *
     * @param target as deliveries name it
     * @param what of it
     * @param newerThan what was earned longer ago before Laurel knew it is not told; null where all is
     */
    record Subscriber(
            String target,
            Lane lane,
            Set<Announcement.What> what,
            @Nullable Duration newerThan) {
        public Subscriber {
            what = Set.copyOf(what);
        }
    }

    /**
     * An announcement, and how it stands with one target.
     *
     * @param state null while it was never to be sent there
     * @param trouble of the last try; null when there was none
     */
    record Told(
            Announcement announcement,
            Outbox.@Nullable State state,
            int attempts,
            @Nullable String trouble) {}
}
