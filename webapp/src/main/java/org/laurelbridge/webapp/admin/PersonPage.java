package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.decide.Explanation.Line;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.server.Moment;

/**
 * A person, their badges, and what is missing for the others.
 *
 * @param held badges that were earned, those taken back among them
 * @param open badges in force that were not earned
 */
public record PersonPage(Frame frame, UUID id, String name, List<String> known, List<Held> held, List<Open> open) {

    /**
     * A badge that was earned.
     *
     * @param tone {@code good}, {@code bad} or {@code open}
     */
    public record Held(
            Award award, String title, String picture, String state, String tone, Moment earned, List<Why> why) {}

    /** A badge not earned yet, and why. */
    public record Open(String title, String path, List<Why> why) {}

    /**
     * How one condition stands.
     *
     * @param depth 0 for the whole rule; at most 3, which is as far as the page moves in
     */
    public record Why(int depth, String sign, String word, String tone, String text) {
        private static final int DEEPEST = 3;

        static Why of(Line line) {
            Truth truth = line.status().truth();
            int depth = Math.min(line.depth(), DEEPEST);
            return switch (truth) {
                case MET -> new Why(depth, "✓", "met", "good", line.text());
                case IMPOSSIBLE -> new Why(depth, "✗", "not possible any more", "bad", line.text());
                case OPEN -> new Why(depth, "…", "open", "open", line.text());
                case UNKNOWN -> new Why(depth, "?", "not known", "open", line.text());
            };
        }
    }

    static PersonPage of(Frame frame, Person person, List<Held> held, List<Open> open) {
        return new PersonPage(
                frame, person.id().value(), PeoplePage.name(person), PeoplePage.known(person), held, open);
    }

    static Held held(Award award, @Nullable String title, String picture, List<Why> why) {
        String state = switch (award.status()) {
            case OFFERED -> "Not claimed yet";
            case PROPOSED -> "Waits for approval";
            case WITHDRAWN -> "Withdrawn";
            case VALID -> "Valid";
            case REVIEW -> "Under review";
            case SUSPENDED -> "Suspended";
            case REVOKED -> "Revoked";
        };
        String tone = switch (award.status()) {
            case VALID -> "good";
            case OFFERED, PROPOSED, REVIEW -> "open";
            case WITHDRAWN, SUSPENDED, REVOKED -> "bad";
        };
        return new Held(
                award, title == null ? award.badge() : title, picture, state, tone, new Moment(award.earnedAt()), why);
    }
}
