package org.laurelbridge.bridge.deliver;

import java.math.BigDecimal;
import java.time.Instant;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.record.Person;

/**
 * A grade on its way to a target.
 *
 * @param id of the row in the outbox
 * @param revision 1 when the award was granted, more for each later change of what should stand
 * @param course there; empty where the target needs none
 * @param grade 0 takes a grade back
 * @param remark plain text for the learner
 * @param stamp whole second that goes with every try of this delivery; later than that of the revision before
 * @param attempts tries before this one
 */
public record Delivery(
        long id,
        Award award,
        Person person,
        String badgeTitle,
        String target,
        int revision,
        String course,
        BigDecimal grade,
        BigDecimal maximum,
        String remark,
        Instant stamp,
        int attempts) {}
