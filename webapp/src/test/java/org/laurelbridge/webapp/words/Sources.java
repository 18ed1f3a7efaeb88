package org.laurelbridge.webapp.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.webapp.admin.Notice;
import org.laurelbridge.webapp.server.Reason;

/** Which keys templates and classes name. */
final class Sources {
    private static final String AREA = "(?:site|failure|set-up|sign-in|my|teach|admin|verify|lti|oauth)";
    private static final Pattern KEY = Pattern.compile("\"(" + AREA + "(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"(" + AREA + "(?:\\.[a-z0-9-]+)*\\.)\"");
    private static final Pattern NAMED = Pattern.compile("words\\.name\\(\"([a-z0-9.-]+)\"");

    /** Whose constants are called by the keys with which prefix. */
    static final Map<String, Enum<?>[]> ENUMS =
            Map.of("site.notice", Notice.values(), "failure.reason", Reason.values());

    private Sources() {}

    /** Every key that is written out. */
    static Set<String> keys() throws IOException {
        Set<String> keys = found(KEY);
        keys.removeIf(key -> key.endsWith(".jte") || key.endsWith(".js"));
        keys.removeAll(ENUMS.keySet());
        // the beginning of these is given to a class that says the rest
        keys.removeAll(Set.of("site.time", "site.length"));
        return keys;
    }

    /** What keys begin with whose rest is made up where they are said. */
    static Set<String> beginnings() throws IOException {
        Set<String> beginnings = found(BEGINNING);
        beginnings.addAll(Set.of("site.time.", "site.length."));
        return beginnings;
    }

    /** The prefixes of named constants. */
    static Set<String> prefixes() throws IOException {
        return found(NAMED);
    }

    static List<String> names(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> prefix + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            pattern.matcher(Files.readString(file)).results().forEach(one -> found.add(one.group(1)));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            return Stream.concat(templates, classes)
                    .filter(Files::isRegularFile)
                    .collect(Collectors.toUnmodifiableList());
        }
    }
}
