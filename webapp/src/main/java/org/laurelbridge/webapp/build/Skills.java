package org.laurelbridge.webapp.build;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.issue.framework.KnownItem;

/** Skills of the frameworks that were imported, found by words and taken into a badge. */
public record Skills(Frameworks frameworks) {
    /** The button that takes one: it is followed by the framework's id and the code. */
    private static final String TAKE = "skill:";

    private static final int SHOWN = 10;

    /**
     * One that was found.
     *
     * @param wish what the button that takes it says
     */
    public record Found(String wish, String framework, String code, String name) {}

    /** Whether there are any to look in. */
    boolean areKnown(Instant now) {
        return !frameworks.list(now).isEmpty();
    }

    /** Those that still stand, of all frameworks; none for no words. */
    List<Found> find(String words, Instant now) {
        if (words.isBlank()) {
            return List.of();
        }
        return frameworks.list(now).stream()
                .flatMap(framework -> frameworks.search(framework.id(), words, null, SHOWN).items().stream()
                        .filter(known -> !known.isRetired(now))
                        .map(known -> found(framework.id(), known)))
                .limit(SHOWN)
                .toList();
    }

    private static Found found(long framework, KnownItem known) {
        Item item = known.item();
        return new Found(TAKE + framework + ":" + item.code(), known.framework(), item.code(), item.name());
    }

    /** The skill that a button takes, as a badge tells it; empty when it is another button, or is not there. */
    Optional<Map<String, String>> taken(String wish, Instant now) {
        String[] parts = wish.split(":", 3);
        if (!wish.startsWith(TAKE) || parts.length < 3 || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return frameworks
                .find(Long.parseLong(parts[1]), now)
                .flatMap(framework -> frameworks.find(framework.name(), parts[2]))
                .map(Skills::said);
    }

    private static Map<String, String> said(KnownItem known) {
        Item item = known.item();
        Map<String, String> skill = new LinkedHashMap<>();
        skill.put("framework", known.framework());
        skill.put("code", item.code());
        skill.put("name", item.name());
        String url = item.url();
        if (url != null) {
            skill.put("url", url);
        }
        return skill;
    }
}
