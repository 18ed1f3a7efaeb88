package org.laurelbridge.webapp.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.webapp.words.Saying;

/**
 * A page of people, by their names.
 *
 * @param name what was looked for; empty for everybody
 * @param number of the page, from 1
 * @param hasMore whether a page follows
 */
public record PeoplePage(Frame frame, String name, List<Line> lines, int number, boolean hasMore) {
    static final int SHOWN = 50;

    /** A person and how many badges they hold. */
    public record Line(UUID id, String name, List<Saying> known, long badges) {}

    /** @param found one more than are shown, where there are more */
    static PeoplePage of(Frame frame, String name, List<Line> found, int number) {
        return new PeoplePage(frame, name, found.stream().limit(SHOWN).toList(), number, found.size() > SHOWN);
    }

    /** The address of a page before or after this one. */
    public String at(int page) {
        String query = name.isEmpty() ? "" : "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return "/admin/people?page=" + page + query;
    }

    static Line line(Person person, long badges) {
        // the hash of an address says nothing beside the address
        List<Saying> known = person.identifiers().stream()
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
