package org.laurelbridge.bridge.award;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Destination;

/** What should stand in the gradebooks for an award. */
public final class GradeOrders {

    private static final int LONGEST_REMARK = 1_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final String OWN = "own";

    private final Function<AwardId, URI> addresses;
    private final Supplier<Collection<String>> told;

    /** @param addresses where an award's page is */
    public GradeOrders(Function<AwardId, URI> addresses) {
        this(addresses, List.of());
    }

    /**
     * @param addresses where an award's page is
     * @param told targets that are told of every award besides, as an LRS that wants to know what was earned
     */
    public GradeOrders(Function<AwardId, URI> addresses, List<String> told) {
        this(addresses, () -> told);
    }

    /** @param told the same as they are now: some come and go */
    public GradeOrders(Function<AwardId, URI> addresses, Supplier<Collection<String>> told) {
        this.addresses = addresses;
        this.told = told;
    }

    private Set<String> told() {
        return new TreeSet<>(told.get());
    }

    /**
     * One order for each destination and course; a badge that names no destination goes to Laurel's own gradebook. Where
     * {@code course: evidence} finds no course in the evidence, the course is empty, so that the target refuses it and an administrator sees why. Where {@code grade: score} finds no score, the rule was
     * met without one, and that is worth the whole.
     */
    Grades earned(Badge badge, Award award, Decision decision, Instant now) {
        String remark = remark(badge.title(), badge.zone(), award, "earned on", award.earnedAt());
        List<GradeOrder> orders = new ArrayList<>();
        for (Destination destination : badge.deliver()) {
            BigDecimal grade = destination.points(decision.score()).orElse(destination.of());
            for (String course : courses(destination, decision)) {
                orders.add(new GradeOrder(destination.to(), course, grade, destination.of(), remark));
            }
        }
        if (badge.deliver().isEmpty()) {
            orders.add(new GradeOrder(OWN, "", WHOLE, WHOLE, remark));
        }
        told().forEach(target -> orders.add(new GradeOrder(target, "", WHOLE, WHOLE, remark)));
        return new Grades(orders, remark(badge.title(), badge.zone(), award, "taken back on", now));
    }

    /** Nothing shall stand anywhere any more. */
    Grades takenBack(String title, ZoneId zone, Award award, Instant now) {
        return new Grades(List.of(), remark(title, zone, award, "taken back on", now));
    }

    /**
     * What is left of it while another cycle of the badge holds its one place in a gradebook: whoever is told of every award is told of
     * this one.
     */
    Grades withoutGradebooks(Grades grades) {
        return grades.at(told());
    }

    private static List<String> courses(Destination destination, Decision decision) {
        if (destination.course() instanceof Destination.Course.Fixed fixed) {
            return List.of(fixed.id());
        }
        boolean ofEvidence = destination.course() instanceof Destination.Course.Evidence;
        return ofEvidence && !decision.courses().isEmpty() ? decision.courses() : List.of("");
    }

    private String remark(String title, ZoneId zone, Award award, String what, Instant moment) {
        String day = moment.atZone(zone).toLocalDate().toString();
        String end = ": " + what + " " + day + ". " + addresses.apply(award.credential());
        int room = LONGEST_REMARK - end.length();
        return (title.length() <= room ? title : title.substring(0, Math.max(0, room))) + end;
    }
}
