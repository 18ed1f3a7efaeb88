package org.laurelbridge.bridge.deliver;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Laurel's own gradebook: one grade for each badge and person. A grade stays with the person whose award it was when that person
 * is merged; those of superseded awards are not shown.
 */
public interface OwnGrades {

    /** Writes a grade, unless a newer one (by its stamp) stands there already. Twice the same is harmless. */
    void save(Grade grade);

    /** The grade that stands for a person, or for who was merged into them. */
    Optional<Grade> find(String badge, PersonId person);

    /**
     * Grades with their learners' names (for somebody who was merged, that of the one who was kept), ordered by badge and person.
     *
     * @param badge null for all
     * @param after the last grade of the page before, null for the first page
     */
    List<Entry> list(@Nullable String badge, @Nullable Grade after, int limit);

    /**
     * A grade.
     *
     * @param stamp whole second that orders the grades of one badge and person
     */
    record Grade(
            String badge,
            PersonId person,
            AwardId award,
            BigDecimal grade,
            BigDecimal maximum,
            String remark,
            Instant stamp) {}

    /**
     * A line of the gradebook's page.
     *
     * @param name null when nobody told it
     */
    record Entry(Grade grade, @Nullable String name) {}
}
