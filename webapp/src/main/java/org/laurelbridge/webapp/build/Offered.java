package org.laurelbridge.webapp.build;

import java.util.List;
import java.util.stream.Stream;
import org.laurelbridge.webapp.build.BuilderView.Option;

/**
 * What can be chosen of the words of this installation. What a rule has now is always among it.
 *
 * @param unmapped activities that the mapping would know when they are chosen
 * @param sources by the names that the mapping lists
 * @param hasSkills whether a framework of skills was imported
 */
public record Offered(
        List<Option> activities,
        List<Option> unmapped,
        List<String> kinds,
        List<Option> badges,
        List<String> sources,
        boolean hasSkills) {

    public List<String> kinds(String value) {
        return with(kinds, value);
    }

    public List<String> sources(String value) {
        return with(sources, value);
    }

    private static List<String> with(List<String> all, String value) {
        return value.isEmpty() || all.contains(value)
                ? all
                : Stream.concat(all.stream(), Stream.of(value)).toList();
    }

    /** The badges, those that were chosen first, in their order. */
    public List<Option> boxes(String value) {
        List<String> chosen = chosen(value);
        Stream<Option> others = badges.stream().filter(option -> !chosen.contains(option.value()));
        return Stream.concat(chosen.stream().map(this::badge), others).toList();
    }

    public List<String> chosen(String value) {
        return Stream.of(value.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Option badge(String id) {
        return badges.stream()
                .filter(option -> option.value().equals(id))
                .findFirst()
                .orElseGet(() -> new Option(id, id));
    }
}
