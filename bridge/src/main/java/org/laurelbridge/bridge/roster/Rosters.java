package org.laurelbridge.bridge.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.listen.pull.Leases;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.RosterDoubt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rosters that are due. Of several nodes one reads each source: the one that holds its lease; should a lease run out in the
 * middle, two read for a while, which changes nothing. What cannot be read stays as it was, is told, and is tried again. For one thread
 * at a time.
 */
public final class Rosters {
    private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration GONE = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofMinutes(5);
    /** How long a doubtful list must be told before it is believed. */
    private static final Duration DOUBTED = Duration.ofDays(1);

    private final Supplier<List<RosterSource>> sources;
    private final Courses courses;
    private final Enrolling enrolling;
    private final Leases leases;
    private final InstantSource clock;
    private final UUID holder = UUID.randomUUID();

    /**
     * Reads what is due when it is asked to.
     *
     * @param sources asked for in every round, since platforms come and go
     */
    public Rosters(
            Supplier<List<RosterSource>> sources,
            Courses courses,
            Enrolling enrolling,
            Leases leases,
            InstantSource clock) {
        this.sources = sources;
        this.courses = courses;
        this.enrolling = enrolling;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return how many rosters were read, well or not
     */
    public int readDue() {
        List<RosterSource> all = sources.get();
        Set<String> names = all.stream().map(RosterSource::name).collect(Collectors.toSet());
        forgetGone(names);
        int read = 0;
        for (RosterSource source : all) {
            read += isDue(source) ? readDue(source, names) : 0;
        }
        return read;
    }

    /** Nodes may differ for a while in what is configured: only what all of them have left out for long is gone. */
    private void forgetGone(Set<String> names) {
        Instant longAgo = clock.instant().minus(GONE);
        for (Courses.Source source : courses.listSources()) {
            if (!names.contains(source.name()) && source.dueAt().isBefore(longAgo)) {
                coursesOf(source.name()).forEach(enrolling::end);
                courses.forget(source.name());
            }
        }
    }

    private List<Courses.Standing> coursesOf(String source) {
        return courses.list().stream()
                .filter(course -> course.source().equals(source))
                .toList();
    }

    private boolean isDue(RosterSource source) {
        Instant now = clock.instant();
        return courses.isListDue(source.name(), now)
                || !courses.listDue(source.name(), now).isEmpty();
    }

    private int readDue(RosterSource source, Set<String> names) {
        int read = 0;
        try {
            // looked up again under the lease: another node may have read it all
            if (holds(source) && courses.isListDue(source.name(), clock.instant())) {
                list(source, names);
            }
            for (Courses.Standing course : courses.listDue(source.name(), clock.instant())) {
                if (Thread.currentThread().isInterrupted() || !holds(source)) {
                    break;
                }
                read(source, course);
                read++;
            }
        } finally {
            leases.giveBack(lease(source), holder);
        }
        return read;
    }

    private boolean holds(RosterSource source) {
        return leases.hold(lease(source), holder, clock.instant(), LEASE);
    }

    private static String lease(RosterSource source) {
        return "roster:" + source.name();
    }

    private void list(RosterSource source, Set<String> names) {
        RosterSource.Listing listing = source.courses();
        Instant now = clock.instant();
        if (listing instanceof RosterSource.Listing.Listed listed) {
            Set<Courses.Course> here =
                    listed.courses().stream().map(Courses.Listed::course).collect(Collectors.toSet());
            for (Courses.Standing known : courses.list()) {
                boolean isHere = here.contains(known.course());
                if (isHere && !names.contains(known.source())) {
                    courses.give(known.course(), source.name());
                } else if (!isHere && known.source().equals(source.name())) {
                    enrolling.end(known);
                }
            }
            courses.list(source.name(), listed.courses(), now, now.plus(source.listedEvery()));
        } else {
            String why = ((RosterSource.Listing.Unlisted) listing).why();
            courses.unlisted(source.name(), why, now.plus(retry(source, Duration.ZERO)));
        }
    }

    private void read(RosterSource source, Courses.Standing course) {
        try {
            CourseMembers members = source.read(course.course());
            Instant now = clock.instant();
            Optional<RosterDoubt> doubt =
                    members instanceof CourseMembers.Listed listed ? doubt(course, listed, now) : Optional.empty();
            if (doubt.isPresent()) {
                courses.troubled(course.course(), doubt.get().words(), now, now.plus(source.every()));
            } else if (members instanceof CourseMembers.Listed listed) {
                enrolling.take(source, course, listed.users(), now.plus(source.every()));
            } else {
                CourseMembers.Unread unread = (CourseMembers.Unread) members;
                courses.troubled(course.course(), unread.why(), now, now.plus(retry(source, unread.notBefore())));
            }
        } catch (RuntimeException failure) {
            // one that cannot be kept must not keep the others waiting
            LOG.error("a roster of {} cannot be taken in", source.name(), failure);
            Instant now = clock.instant();
            courses.troubled(
                    course.course(),
                    "it cannot be taken in, see the log: " + failure.getClass().getSimpleName(),
                    now,
                    now.plus(retry(source, Duration.ZERO)));
        }
    }

    private static Optional<RosterDoubt> doubt(Courses.Standing course, CourseMembers.Listed listed, Instant now) {
        return RosterDoubt.of(course.members(), listed.users().size())
                .filter(doubt -> !doubt.words().equals(course.trouble())
                        || course.troubledAt() == null
                        || now.isBefore(course.troubledAt().plus(DOUBTED)));
    }

    private static Duration retry(RosterSource source, Duration notBefore) {
        Duration own = source.every().compareTo(RETRY) < 0 ? source.every() : RETRY;
        return own.compareTo(notBefore) > 0 ? own : notBefore;
    }
}
