package org.laurelbridge.bridge.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.bridge.deliver.moodle.CourseModules;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Answer;
import org.laurelbridge.bridge.listen.pull.Leases;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.FoundActivities.Placed;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.ToldText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what stands in the courses of the Moodles whose web services are at hand. Of several nodes one does it at a time. */
public final class CourseContents {
    private static final Logger LOG = LoggerFactory.getLogger(CourseContents.class);
    private static final String READER = "course contents";
    private static final Duration EVERY = Duration.ofHours(1);
    /** While no course is known, or somebody else reads. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST = 300;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Map<String, CourseModules> moodles;
    private final Courses courses;
    private final FoundActivities found;
    private final Leases leases;
    private final InstantSource clock;
    private final UUID holder = UUID.randomUUID();

    /** @param moodles by their roots, without a slash at the end */
    public CourseContents(
            Map<String, CourseModules> moodles,
            Courses courses,
            FoundActivities found,
            Leases leases,
            InstantSource clock) {
        this.moodles = Map.copyOf(moodles);
        this.courses = courses;
        this.found = found;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return how many courses were read, well or not
     */
    public int readDue() {
        Instant now = clock.instant();
        if (found.until(READER).filter(due -> due > micros(now)).isPresent() || !holds()) {
            return 0;
        }
        try {
            int read = 0;
            for (Courses.Standing course : courses.list()) {
                CourseModules moodle = moodles.get(course.course().system());
                if (moodle != null && !Thread.currentThread().isInterrupted() && holds()) {
                    read(moodle, course.course());
                    read++;
                }
            }
            found.forget(now.minus(KEPT));
            found.keep(List.of(), now, READER, micros(clock.instant().plus(read == 0 ? SOON : EVERY)));
            return read;
        } finally {
            leases.giveBack(READER, holder);
        }
    }

    private boolean holds() {
        return leases.hold(READER, holder, clock.instant(), LEASE);
    }

    private void read(CourseModules moodle, Courses.Course course) {
        Answer answer = moodle.read(course.id());
        if (answer instanceof Answer.Listed listed) {
            String place = CoursePlaces.of(course.system(), course.id());
            found.keep(
                    listed.modules().stream()
                            .filter(module -> module.address().length() <= LONGEST_ADDRESS)
                            .map(CourseContents::found)
                            .flatMap(one ->
                                    Stream.of(place, FoundActivities.EVERYWHERE).map(where -> new Placed(where, one)))
                            .toList(),
                    clock.instant(),
                    READER,
                    0);
        } else {
            LOG.warn("the contents of course {} cannot be read: {}", course.id(), ((Answer.Unread) answer).why());
        }
    }

    private static Found found(CourseModules.Module module) {
        return new Found(
                module.address(),
                ToldText.line(module.title(), LONGEST).orElse(null),
                ToldText.line(module.sort(), LONGEST).orElse(null));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
