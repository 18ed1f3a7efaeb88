package org.laurelbridge.bridge.deliver;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.bridge.award.Notice;

/**
 * Something that happened to an award, as it is told to others.
 *
 * @param id the same for all who are told, at every try
 * @param place among those of its award, from 1
 * @param moment the end that it is about, of what is expiring or expired; null for the others
 */
public record Announcement(
        UUID id,
        AwardId award,
        int place,
        What what,
        Instant at,
        @Nullable Instant moment) {

    /** What happened. */
    public enum What {
        /** The learner has it: for the first time, renewed, or anew after it was taken back. */
        ISSUED,
        /** It rests on other evidence, or ends at another time. */
        CHANGED,
        /** Its evidence does not support it any more: a person decides. */
        REVIEW,
        SUSPENDED,
        /** It was under review, suspended or superseded, and is valid again. */
        REINSTATED,
        REVOKED,
        /** It ends soon. */
        EXPIRING,
        EXPIRED,
        /** It is earned, once somebody approves it. */
        APPROVAL,
        APPROVED,
        DECLINED,
        /** It is earned, once the learner claims it. */
        OFFERED,
        /** It was offered or proposed, and is not any more, or its learner left it. */
        WITHDRAWN,
        /** Another award of the same learner takes its place, since two people were merged. */
        SUPERSEDED;

        private static final String TYPE = "award.";

        /** What an event of an award means for others; empty for what is only told inside. */
        public static Optional<What> of(Event event) {
            return Optional.ofNullable(
                    switch (event.what()) {
                        case "granted", "reissued" -> ISSUED;
                        case "changed" -> CHANGED;
                        case "review" -> REVIEW;
                        case "suspended" -> SUSPENDED;
                        case "restored" -> REINSTATED;
                        case "revoked" -> REVOKED;
                        case "proposed" -> APPROVAL;
                        case "approved" -> APPROVED;
                        case "declined" -> DECLINED;
                        case "offered" -> OFFERED;
                        case "withdrawn", "left" -> WITHDRAWN;
                        case "superseded" -> SUPERSEDED;
                        default -> null;
                    });
        }

        /** The same of what a learner is told with time: of what is about an award. */
        public static Optional<What> of(Notice notice) {
            return Optional.ofNullable(
                    switch (notice.what()) {
                        case EXPIRING -> EXPIRING;
                        case EXPIRED -> EXPIRED;
                        case DEADLINE, RENEWABLE -> null;
                    });
        }

        /** As it is kept: {@code issued}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** As others know it: {@code award.issued}. */
        public String type() {
            return TYPE + word();
        }

        /** Reads {@link #type}; empty when there is none of this name. */
        public static Optional<What> ofType(String type) {
            return Arrays.stream(values())
                    .filter(what -> what.type().equals(type))
                    .findFirst();
        }
    }
}
