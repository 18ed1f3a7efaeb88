package org.laurelbridge.webapp.admin;

import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.subject.Report;

/**
 * Asks before somebody is erased.
 *
 * @param word to be typed
 * @param path of the person's page
 * @param counts what would go
 */
public record ErasePage(Frame frame, String name, String word, String path, List<Count> counts) {

    /** How many of a kind. */
    public record Count(Gone kind, long count) {}

    static ErasePage of(Frame frame, Person person, Report report) {
        return new ErasePage(
                frame, PeoplePage.name(person), word(person), "/admin/people/" + person.id(), counts(report.erased()));
    }

    /** What has to be typed: the name, or of whoever has none their id. */
    static String word(Person person) {
        String name = person.name();
        return name == null || name.isBlank() ? person.id().toString() : name.strip();
    }

    /** By what people call it. */
    static List<Count> counts(Map<String, Long> counts) {
        return Gone.counts(counts).entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }
}
