package org.laurelbridge.webapp.teach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.ClassEvidence.Earned;
import org.laurelbridge.bridge.lti.Leaderboards.Aliases;
import org.laurelbridge.bridge.record.PersonId;

/**
 * A board: places, aliases, badges. Nobody is named.
 *
 * @param lines empty while too few learn there to be nobody in particular
 */
public record Board(List<Line> lines) {
    /** Among fewer, everybody knows who is who. */
    public static final int FEWEST = 5;

    /**
     * Somebody's line.
     *
     * @param place the same for who has as many
     * @param isYou whether it is who looks at it
     */
    public record Line(int place, String alias, int badges, boolean isYou) {}

    /** @param self who looks at it; null for nobody of the class */
    static Board of(List<PersonId> people, List<Earned> earned, Aliases aliases, @Nullable PersonId self) {
        Map<PersonId, Set<String>> badges = new HashMap<>();
        people.forEach(person -> badges.put(person, new HashSet<>()));
        if (badges.size() < FEWEST) {
            return new Board(List.of());
        }
        earned.forEach(one -> badges.getOrDefault(one.person(), new HashSet<>()).add(one.badge()));
        List<Line> lines = new ArrayList<>();
        badges.entrySet().stream()
                .map(entry -> new Line(
                        0,
                        aliases.of(entry.getKey()),
                        entry.getValue().size(),
                        entry.getKey().equals(self)))
                .sorted(Comparator.comparingInt(Line::badges).reversed().thenComparing(Line::alias))
                .forEach(line -> lines.add(at(lines, line)));
        return new Board(List.copyOf(lines));
    }

    private static Line at(List<Line> before, Line line) {
        Line last = before.isEmpty() ? null : before.get(before.size() - 1);
        int place = last != null && last.badges() == line.badges() ? last.place() : before.size() + 1;
        return new Line(place, line.alias(), line.badges(), line.isYou());
    }
}
