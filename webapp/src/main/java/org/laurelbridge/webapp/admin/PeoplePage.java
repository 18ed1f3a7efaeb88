package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Person;

/**
 * A page of people, by their ids.
 *
 * @param next where the next page begins; null on the last
 */
public record PeoplePage(
        Frame frame, List<Line> lines, @Nullable UUID next) {
    static final int SHOWN = 50;

    /** A person and how many badges they hold. */
    public record Line(UUID id, String name, List<String> known, long badges) {}

    static PeoplePage of(Frame frame, List<Line> found) {
        List<Line> lines = found.stream().limit(SHOWN).toList();
        return new PeoplePage(
                frame, lines, found.size() > SHOWN ? lines.get(SHOWN - 1).id() : null);
    }

    static Line line(Person person, long badges) {
        // the hash of an address says nothing beside the address
        List<String> known = person.identifiers().stream()
                .filter(identifier -> !identifier.kind().equals("mbox_sha1sum"))
                .map(Known::as)
                .toList();
        return new Line(person.id().value(), name(person), known, badges);
    }

    static String name(Person person) {
        String name = person.name();
        return name == null ? person.id().toString() : name;
    }
}
