package org.laurelbridge.webapp.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards.Told;
import org.laurelbridge.decide.Explanation.Line;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Saying;

/**
 * A person, their badges, what is missing for the others, what they were told and what is said of them.
 *
 * @param path of this page
 * @param held badges that were earned, those taken back among them
 * @param open badges in force that were not earned, explained: as many as a page bears
 * @param rest the others
 * @param told the newest first
 */
public record PersonPage(
        Frame frame,
        String path,
        String name,
        List<Name> known,
        List<Held> held,
        List<Open> open,
        List<Rest> rest,
        List<Notified> told,
        List<Said> said) {

    /** What they are known by, as data and in words. */
    public record Name(Identifier identifier, Saying words) {
        static Name of(Identifier identifier) {
            return new Name(identifier, Known.as(identifier));
        }
    }

    /**
     * A badge that was earned.
     *
     * @param path of its page
     * @param tone {@code good}, {@code bad} or {@code open}
     * @param expires the last moment of it; null for never
     * @param why empty for an earlier cycle
     */
    public record Held(
            Award award,
            String title,
            String picture,
            String path,
            String state,
            String tone,
            Moment earned,
            @Nullable Moment expires,
            List<Why> why) {}

    /** A badge not earned yet, and why. */
    public record Open(String title, String path, List<Why> why) {}

    /** A badge not earned yet that is not explained. */
    public record Rest(String id, String title) {}

    /**
     * How one condition stands.
     *
     * @param word the key of it
     * @param depth 0 for the whole rule; at most 3, which is as far as the page moves in
     * @param leftOut the ids of statements that do not count; null for none
     */
    public record Why(
            int depth,
            String sign,
            String word,
            String tone,
            String text,
            @Nullable String leftOut) {
        private static final int DEEPEST = 3;

        /** As a page shows it. */
        public static Why of(Line line) {
            Why why = of(line.depth(), line.status().truth(), line.text());
            List<String> leftOut = line.leftOut().stream().map(UUID::toString).toList();
            return leftOut.isEmpty() ? why : why.without(String.join(", ", leftOut));
        }

        private Why without(String statements) {
            return new Why(depth, sign, word, tone, text, statements);
        }

        /** The same of a line that was kept. */
        public static Why of(int level, Truth truth, String text) {
            int depth = Math.min(level, DEEPEST);
            return switch (truth) {
                case MET -> new Why(depth, "✓", "verify.why.met", "good", text, null);
                case IMPOSSIBLE -> new Why(depth, "✗", "verify.why.impossible", "bad", text, null);
                case OPEN -> new Why(depth, "…", "verify.why.open", "open", text, null);
                case UNKNOWN -> new Why(depth, "?", "verify.why.unknown", "open", text, null);
            };
        }
    }

    /**
     * Something they were told.
     *
     * @param sentence the key of it, without the moment it is about, which follows it
     */
    public record Notified(Moment at, String title, String sentence, Moment about) {
        static Notified of(Told told, String title) {
            String sentence = switch (told.notice().what()) {
                case DEADLINE -> "admin.told.deadline";
                case RENEWABLE -> "admin.told.renewable";
                case EXPIRING -> "admin.told.expiring";
                case EXPIRED -> "admin.told.expired";
            };
            return new Notified(
                    new Moment(told.at()),
                    title,
                    sentence,
                    new Moment(told.notice().moment()));
        }
    }

    /**
     * Something that is said of them.
     *
     * @param until null while no end is known
     */
    public record Said(
            Attestation said, Moment from, @Nullable Moment until) {
        static Said of(Attestation said) {
            return new Said(said, new Moment(said.from()), momentOrNull(said.until()));
        }
    }

    /**
     * @param title null when no such version is known any more
     * @param why empty for an earlier cycle
     */
    static Held held(Award award, @Nullable String title, String picture, List<Why> why, Instant now) {
        AwardState state = AwardState.of(award, now);
        return new Held(
                award,
                title == null ? award.badge() : title,
                picture,
                path(award),
                state.word(),
                state.tone(),
                new Moment(award.earnedAt()),
                last(award.expiresAt()),
                why);
    }

    /** Where an award's page is; its badge's while nothing was given, since there is no other. */
    static String path(Award award) {
        return award.status().isGiven()
                ? "/awards/" + award.credential()
                : "/badges/" + award.badge() + "/" + award.badgeVersion();
    }

    // what ends as a day begins is valid until the day before
    private static @Nullable Moment last(@Nullable Instant end) {
        return end == null ? null : new Moment(end.minusSeconds(1));
    }

    static @Nullable Moment momentOrNull(@Nullable Instant at) {
        return at == null ? null : new Moment(at);
    }
}
