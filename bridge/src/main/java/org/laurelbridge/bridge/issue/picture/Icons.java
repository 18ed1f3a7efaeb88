package org.laurelbridge.bridge.issue.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The drawings of the icons, as SVG paths without a colour. Immutable. */
final class Icons {

    static final double SIZE = 16;
    private static final String FOLDER = "/META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";
    private static final Pattern PATH = Pattern.compile("<path[^>]*/>");

    private final Map<BadgeIcon, String> paths = new EnumMap<>(BadgeIcon.class);

    private Icons() {}

    static Icons load() {
        Icons icons = new Icons();
        for (BadgeIcon icon : BadgeIcon.values()) {
            icons.paths.put(icon, read(icon));
        }
        return icons;
    }

    /** The paths of an icon, in a square of {@link #SIZE}. */
    String paths(BadgeIcon icon) {
        return paths.getOrDefault(icon, "");
    }

    private static String read(BadgeIcon icon) {
        String name = FOLDER + icon.file() + ".svg";
        try (InputStream in = Icons.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the icon " + name + " is missing");
            }
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return PATH.matcher(svg).results().map(MatchResult::group).collect(Collectors.joining());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
