package org.laurelbridge.bridge.issue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Words;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.JsonNode;

/** Reads one design and collects what is wrong with it. */
final class DesignReader {

    private static final List<String> FIELDS = List.of("shape", "background", "edge", "ink", "icon", "text", "level");
    private static final List<String> SHAPES =
            Stream.of(BadgeShape.values()).map(BadgeShape::word).toList();
    private static final List<String> ICONS =
            Stream.of(BadgeIcon.values()).map(BadgeIcon::word).toList();
    private static final int SHOWN = 40;

    private final Letters letters;
    private final List<Problem> problems = new ArrayList<>();

    DesignReader(Letters letters) {
        this.letters = letters;
    }

    DesignRead read(JsonNode node) {
        if (!node.isObject()) {
            problem("", shown(node), "an object with " + String.join(", ", FIELDS));
            return new DesignRead.Bad(problems);
        }
        tellUnknown(node);
        BadgeShape shape = required(node, "shape", text -> word("/shape", text, SHAPES, BadgeShape::of));
        Colour background = colour(node, "background");
        Colour edge = colour(node, "edge");
        Colour ink = colour(node, "ink");
        BadgeIcon icon = optional(node, "icon", text -> word("/icon", text, ICONS, BadgeIcon::of));
        List<String> text = lines(node);
        String level = optional(node, "level", word -> line("/level", word, PictureDesign.LONGEST_LEVEL));
        tellContrast(background, ink);
        JsonNode written = node.path("text");
        if (!node.hasNonNull("icon") && (!node.hasNonNull("text") || (written.isArray() && written.isEmpty()))) {
            problem("", "neither icon nor text", "one of them at least");
        }
        return problems.isEmpty() && shape != null && background != null && edge != null && ink != null
                ? new DesignRead.Good(new PictureDesign(shape, background, edge, ink, icon, text, level))
                : new DesignRead.Bad(problems);
    }

    private void tellUnknown(JsonNode node) {
        for (String name : node.propertyNames()) {
            if (!FIELDS.contains(name)) {
                problem("/" + cut(name), "the field \"" + cut(name) + "\"", Words.expected(cut(name), FIELDS));
            }
        }
    }

    private void tellContrast(@Nullable Colour background, @Nullable Colour ink) {
        if (background != null && ink != null && background.contrast(ink) < Colour.READABLE) {
            // rounded down: 4.49 is not enough
            double measured = Math.floor(background.contrast(ink) * 100) / 100;
            problem(
                    "/ink",
                    String.format(Locale.ROOT, "%s on %s, a contrast of %.2f:1", ink, background, measured),
                    String.format(Locale.ROOT, "at least %.1f:1, so that text can be read", Colour.READABLE));
        }
    }

    private @Nullable Colour colour(JsonNode node, String name) {
        return required(node, name, text -> {
            Optional<Colour> colour = Colour.of(text);
            if (colour.isEmpty()) {
                problem("/" + name, "\"" + cut(text) + "\"", "a colour as #rrggbb");
            }
            return colour;
        });
    }

    private List<String> lines(JsonNode node) {
        JsonNode text = node.path("text");
        if (text.isMissingNode() || text.isNull()) {
            return List.of();
        }
        if (!text.isArray()) {
            problem("/text", shown(text), "a list of lines");
            return List.of();
        }
        if (text.size() > PictureDesign.MOST_LINES) {
            problem("/text", text.size() + " lines", "at most " + PictureDesign.MOST_LINES);
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            String place = "/text/" + i;
            text(text.get(i), place)
                    .flatMap(written -> line(place, written, PictureDesign.LONGEST_LINE))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<String> line(String place, String text, int longest) {
        String line = text.strip();
        int length = line.codePointCount(0, line.length());
        String missing = letters.missing(line);
        if (length == 0) {
            problem(place, "an empty text", "letters, or nothing at all");
        } else if (length > longest) {
            problem(place, length + " characters", "at most " + longest);
        } else if (!missing.isEmpty()) {
            problem(place, "\"" + missing + "\", which the picture's font does not have", "other letters");
        } else {
            return Optional.of(line);
        }
        return Optional.empty();
    }

    private <T> Optional<T> word(String place, String text, List<String> words, Function<String, Optional<T>> of) {
        Optional<T> found = of.apply(text);
        if (found.isEmpty()) {
            problem(place, "\"" + cut(text) + "\"", Words.expected(cut(text), words));
        }
        return found;
    }

    private <T> @Nullable T required(JsonNode node, String name, Function<String, Optional<T>> read) {
        if (!node.hasNonNull(name)) {
            problem("/" + name, "nothing", "a value");
        }
        return optional(node, name, read);
    }

    private <T> @Nullable T optional(JsonNode node, String name, Function<String, Optional<T>> read) {
        return node.hasNonNull(name)
                ? text(node.path(name), "/" + name).flatMap(read).orElse(null)
                : null;
    }

    private Optional<String> text(JsonNode node, String place) {
        if (!node.isString()) {
            problem(place, shown(node), "a text");
            return Optional.empty();
        }
        return Optional.of(node.stringValue());
    }

    private void problem(String place, String found, String expected) {
        problems.add(new Problem(place, found, expected, ""));
    }

    private static String shown(JsonNode node) {
        return node.isObject() ? "an object" : node.isArray() ? "a list" : cut(node.toString());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
