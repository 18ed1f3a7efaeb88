package org.laurelbridge.bridge.award;

import java.math.BigDecimal;

/**
 * What should stand in a gradebook (or at another target) for an award. The outbox carries it there.
 *
 * @param target the configured target's name
 * @param course the course there; empty where the target needs none
 * @param grade 0 takes a grade back
 * @param remark what the learner reads beside it
 */
public record GradeOrder(String target, String course, BigDecimal grade, BigDecimal maximum, String remark) {}
