package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.map.RuleChange.What;
import org.laurelbridge.bridge.moving.Setup.Part;
import org.laurelbridge.webapp.server.Moment;

/**
 * What is set up here, to be brought elsewhere, and what was set up elsewhere, to be brought here.
 *
 * @param problems of the file that was brought, each with its line; empty when none was, or all was right
 * @param secrets connections that wait for their secret
 * @param isLarge whether more is set up than the file could hold that was asked for
 */
public record MovingPage(Frame frame, List<String> problems, List<Waiting> secrets, boolean isLarge) {
    public MovingPage {
        problems = List.copyOf(problems);
        secrets = List.copyOf(secrets);
    }

    static MovingPage of(Frame frame, List<String> problems, List<Waiting> secrets) {
        return new MovingPage(frame, problems, secrets, false);
    }

    static MovingPage tooLarge(Frame frame, List<Waiting> secrets) {
        return new MovingPage(frame, List.of(), secrets, true);
    }

    /** A connection whose secret is not here yet, and where it is given. */
    public record Waiting(String name, String path) {}

    /** What can be left out. */
    public List<Part> parts() {
        return List.of(Part.values());
    }

    /**
     * What a file would change.
     *
     * @param id of the file
     * @param file its name
     * @param stand of what was asked about it; null for nothing
     * @param basis of what is set up, which the form sends back; null while it is not told what would change
     * @param parts that it speaks of
     * @param badges whose awards it may touch
     * @param secrets the names of connections that would wait for their secret
     * @param configured the names of connections that the configuration has
     * @param problems what is wrong with the file here; then nothing else is told
     * @param isOvertaken whether something else is set up than what its change was foreseen from
     */
    public record Plan(
            Frame frame,
            String id,
            String file,
            @Nullable Stand stand,
            @Nullable String basis,
            List<Section> parts,
            List<Awards> badges,
            List<String> secrets,
            List<String> configured,
            List<String> problems,
            boolean isOvertaken) {
        public Plan {
            parts = List.copyOf(parts);
            badges = List.copyOf(badges);
            secrets = List.copyOf(secrets);
            configured = List.copyOf(configured);
            problems = List.copyOf(problems);
        }

        public boolean isUnderWay() {
            return stand != null && stand.isUnderWay();
        }

        /** Whether it was found out what would change. */
        public boolean isTold() {
            return basis != null;
        }

        /** Whether anything would change. */
        public boolean isSomething() {
            return parts.stream().anyMatch(part -> !part.lines().isEmpty());
        }

        /** Whether an award would be given, lost or moved. */
        public boolean touchesAwards() {
            return badges.stream().anyMatch(badge -> badge.gains() + badge.losses() + badge.moves() > 0);
        }

        /** The names of what would go for good. */
        public List<String> goes() {
            return lines().filter(line -> line.what() == What.TAKEN_OUT)
                    .map(Line::name)
                    .toList();
        }

        /** The names of what would be of a lower version than it is. */
        public List<String> stepsBack() {
            return lines().filter(Line::isStepBack).map(Line::name).toList();
        }

        private Stream<Line> lines() {
            return parts.stream().flatMap(part -> part.lines().stream());
        }

        /** Whether something would be lost that comes back only by hand. */
        public boolean isLoss() {
            return touchesAwards() || !goes().isEmpty() || !stepsBack().isEmpty();
        }

        /** Where its form goes. */
        public String path() {
            return MovingServlet.HERE + "/" + id;
        }
    }

    /**
     * A part.
     *
     * @param lines what would change
     * @param same how much stays as it is
     */
    public record Section(Part part, List<Line> lines, int same) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** What would become of one thing. */
    public record Line(String name, What what, List<String> lines) {
        public Line {
            lines = List.copyOf(lines);
        }

        private static final Pattern VERSION = Pattern.compile("([-+])\\s*version:\\s*([0-9]{1,9})\\s*");

        /** Whether its version would be a lower one. */
        boolean isStepBack() {
            return version("+") > 0 && version("+") < version("-");
        }

        private long version(String sign) {
            return lines.stream()
                    .map(VERSION::matcher)
                    .filter(found -> found.matches() && found.group(1).equals(sign))
                    .mapToLong(found -> Long.parseLong(found.group(2)))
                    .findFirst()
                    .orElse(0);
        }

        /** A class of the word for it. */
        public String tone() {
            return what == What.ADDED ? "good" : what == What.TAKEN_OUT ? "bad" : "";
        }
    }

    /**
     * What would become of the awards of a badge.
     *
     * @param isNew nobody can have it yet
     * @param some of those whom it would concern
     */
    public record Awards(String badge, boolean isNew, long gains, long losses, long moves, long near, List<Whom> some) {
        public Awards {
            some = List.copyOf(some);
        }
    }

    /**
     * Somebody, and what would become of their award.
     *
     * @param path of their page; null for an actor whom nobody is known for
     */
    public record Whom(String name, @Nullable String path, Effect.What what, Moment at) {}
}
