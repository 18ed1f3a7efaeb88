package org.laurelbridge.bridge.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.GradeOrder;
import org.laurelbridge.bridge.award.Grades;
import org.laurelbridge.bridge.deliver.MoodleCourses;
import org.laurelbridge.rule.Destination;

/**
 * Orders what placements ask for, in the transaction of an award's decision: its grade in every course where its badge stands and its
 * learner learns, besides what its rule delivers. Where it was graded once it stays, whoever leaves the course. Whoever places a badge or enters a course afterwards leaves a reason to decide, so that
 * the order in which it all comes does not matter.
 */
final class PlacedOrders {
    private final Handle handle;
    private final Instant now;
    private final Set<String> placed;

    private record Place(String target, String course, int points) {
        GradeOrder order(String remark) {
            BigDecimal whole = BigDecimal.valueOf(points);
            return new GradeOrder(target, course, whole, whole, remark);
        }

        boolean isOf(GradeOrder order) {
            return order.target().equals(target) && MoodleCourses.isSame(order.course(), course);
        }

        /** Whether a rule may say what its course has; which courses are those of the evidence is not looked up. */
        boolean isOf(Destination destination) {
            return destination.to().equals(target)
                    && (destination.course() instanceof Destination.Course.Evidence
                            || (destination.course() instanceof Destination.Course.Fixed fixed
                                    && MoodleCourses.isSame(fixed.id(), course)));
        }
    }

    private record Graded(String target, String course) {}

    private PlacedOrders(Handle handle, Instant now, Set<String> placed) {
        this.handle = handle;
        this.now = now;
        this.placed = Set.copyOf(placed);
    }

    /** For what is decided about these badges; asks once which of them stand in courses at all. */
    static PlacedOrders of(Handle handle, Collection<String> badges, Instant now) {
        if (badges.isEmpty()) {
            return new PlacedOrders(handle, now, Set.of());
        }
        return new PlacedOrders(
                handle,
                now,
                new HashSet<>(handle.createQuery("select distinct badge from lti_placement where badge in (<badges>)")
                        .bindList("badges", List.copyOf(new HashSet<>(badges)))
                        .mapTo(String.class)
                        .list()));
    }

    /** What shall stand from now on, with what placements ask for; nothing more where nothing shall stand. */
    Grades with(Award award, Grades grades) {
        if (!placed.contains(award.badge()) || grades.orders().isEmpty() || grades.targets() != null) {
            return grades;
        }
        String remark = grades.orders().get(0).remark();
        List<GradeOrder> orders = new ArrayList<>(grades.orders());
        Set<Graded> graded = graded(award.id());
        for (Place place : places(award.badge(), award.person().value(), graded)) {
            if (grades.orders().stream().noneMatch(place::isOf)) {
                orders.add(place.order(remark));
            }
        }
        return new Grades(orders, grades.takenBack(), null);
    }

    /** Lets what placements ask for stand for an award that was decided to stay as it is, also where they are worth something else now. */
    void settle(Conclusion conclusion) {
        String badge = conclusion.due().badge();
        // what is about some targets alone had nothing to do with placements
        boolean isOrdered = conclusion.changes().stream()
                .anyMatch(change -> change.grades() != null && change.grades().targets() == null);
        if (!placed.contains(badge) || isOrdered) {
            return;
        }
        UUID person = conclusion.due().person().value();
        holder(badge, person)
                .map(AwardId::new)
                .ifPresent(award -> remark(award).ifPresent(remark -> {
                    List<Place> worth = places(badge, person, graded(award)).stream()
                            .filter(place -> conclusion.deliver().stream().noneMatch(place::isOf))
                            .toList();
                    DeliveryChains chains = new DeliveryChains(handle, award, now);
                    chains.letBesides(orders(places(badge, person, Set.of()), remark));
                    chains.letInstead(orders(worth, remark));
                }));
    }

    private static List<GradeOrder> orders(List<Place> places, String remark) {
        return places.stream().map(place -> place.order(remark)).toList();
    }

    /** The award that holds the badge's one place in a gradebook: the newest of all cycles whose grade stands. */
    private Optional<UUID> holder(String badge, UUID person) {
        return handle.createQuery("select id from award where badge = :badge and person in (<people>)"
                        + " and status in ('valid', 'review') and " + Superseding.STANDS
                        + " order by cycle desc limit 1")
                .bind("badge", badge)
                .bindList("people", new MergedPeople(handle).group(person))
                .mapTo(UUID.class)
                .findOne();
    }

    /** What its learner reads beside its other grades: every award that was given has one, in Laurel's own gradebook if nowhere else. */
    private Optional<String> remark(AwardId award) {
        return handle.createQuery("select remark from delivery where award = :award and lane = 0 and grade <> '0'"
                        + " order by id desc limit 1")
                .bind("award", award.value())
                .mapTo(String.class)
                .findOne();
    }

    private Set<Graded> graded(AwardId award) {
        return new HashSet<>(
                handle.createQuery("select distinct target, course from delivery where award = :award and lane = 0")
                        .bind("award", award.value())
                        .map((rows, context) -> new Graded(rows.getString("target"), rows.getString("course")))
                        .list());
    }

    /**
     * Where the badge stands among the courses of a learner, and among those where it was graded; of several placements in one course
     * the one that is worth most.
     */
    private List<Place> places(String badge, UUID person, Set<Graded> graded) {
        Set<LearnerCourses.Course> courses = new LearnerCourses(handle).of(person);
        Set<String> ids = new HashSet<>();
        courses.forEach(course -> ids.add(course.id()));
        graded.forEach(one -> ids.add(one.course()));
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Place> places = new LinkedHashMap<>();
        handle.createQuery("""
                        select p.platform, l.name, p.course, max(p.points) as points from lti_placement p
                        join lti_platform l on l.id = p.platform
                        where p.badge = :badge and p.course in (<courses>)
                        group by p.platform, l.name, p.course order by l.name, p.course""")
                .bind("badge", badge)
                .bindList("courses", List.copyOf(ids))
                .map((rows, context) -> Map.entry(
                        new LearnerCourses.Course(Columns.uuid(rows.getBytes("platform")), rows.getString("course")),
                        new Place(rows.getString("name"), rows.getString("course"), rows.getInt("points"))))
                .forEach(entry -> {
                    Place place = entry.getValue();
                    if (courses.contains(entry.getKey())
                            || graded.contains(new Graded(place.target(), place.course()))) {
                        places.put(entry.getKey().toString(), place);
                    }
                });
        return List.copyOf(places.values());
    }
}
