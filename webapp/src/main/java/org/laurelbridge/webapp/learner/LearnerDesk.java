package org.laurelbridge.webapp.learner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.award.ClassStandings;
import org.laurelbridge.bridge.award.Explanations;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.words.Saying;

/** What the pages of learners about their badges work with. */
public record LearnerDesk(
        Awards awards,
        Explanations explanations,
        ClassStandings standings,
        Classes classes,
        Learning learning,
        RuleBook rules,
        Addresses addresses,
        InstantSource clock) {

    /** The number that moves when something happens to a learner's awards. Read it before what it is about. */
    long number(PersonId learner) {
        return learning.happenings().count(List.of(learner)).getOrDefault(learner, 0L);
    }

    String picture(String badge, int version) {
        return addresses.badge(badge, version, BadgeForm.PICTURE).getRawPath();
    }

    /** How much time there is; null for no end. */
    public static @Nullable Saying left(@Nullable Instant deadline, Instant now) {
        return deadline == null || deadline.isBefore(now)
                ? null
                : Saying.of("mine.left", Duration.between(now, deadline).toDays());
    }

    /** Where it is told how it stands with a learner and a badge. */
    static String path(String badge) {
        return "/my/badges/" + badge;
    }

    /** The newest award of each badge. */
    static List<Award> newest(Collection<Award> awards) {
        return awards.stream()
                .filter(award -> awards.stream()
                        .noneMatch(other -> other.badge().equals(award.badge()) && other.cycle() > award.cycle()))
                .toList();
    }
}
