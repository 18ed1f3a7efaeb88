package org.laurelbridge.webapp.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Walks a site by its links. Of pages that are alike but for what they are about, one is looked at. */
final class Crawl {
    private static final Pattern OF_ONE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+(?=/|$)|(?<=/teach/[a-z]{4,12}/)[^/]+/[^/]+");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    private final String root;
    private final Collection<String> names;
    private final Set<String> shapes = new LinkedHashSet<>();

    /** @param names that stand in addresses for one thing among many, such as ids of badges */
    Crawl(URI root, Collection<String> names) {
        this.root = root.toString();
        this.names = names;
    }

    /**
     * Looks at a first page and at all that links lead to from there.
     *
     * @param look is told each page's path and shape
     * @return the shapes
     */
    Set<String> from(String first, Room room, BiConsumer<String, String> look) {
        Deque<String> paths = new ArrayDeque<>(List.of(first));
        while (!paths.isEmpty()) {
            String path = paths.remove();
            if (!shapes.add(shape(path))) {
                continue;
            }
            room.open(path);
            look.accept(path, shape(path));
            links(room).values().stream()
                    .filter(link -> !shapes.contains(shape(link)))
                    .forEach(paths::add);
        }
        return shapes;
    }

    private Map<String, String> links(Room room) {
        List<?> found = (List<?>)
                room.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('a[href]:not([download])')]"
                                        // of choices that are alike, one that is not chosen already
                                        + ".sort((a, b) => a.hasAttribute('aria-current') - b.hasAttribute('aria-current')).map(a => a.href)");
        Map<String, String> links = new LinkedHashMap<>();
        for (Object link : found) {
            String address = String.valueOf(link).replaceFirst("#.*", "");
            if (address.startsWith(root + "/") && isPage(address)) {
                links.putIfAbsent(shape(address.substring(root.length())), address.substring(root.length()));
            }
        }
        return links;
    }

    // what is taken away as a file is no page
    private static boolean isPage(String address) {
        return !address.matches(".*\\.(csv|json|jwt|jws|png|svg|pdf|zip|xml)(\\?.*)?")
                && !address.contains("/sign-out")
                // the same page in another language
                && !address.matches(".*[?&]lang=.*");
    }

    private String shape(String path) {
        String shape = VALUE.matcher(OF_ONE.matcher(path).replaceAll("*")).replaceAll("");
        for (String name : names) {
            shape = shape.replaceAll("(?<=/)" + Pattern.quote(name) + "(?=/|$)", "*");
        }
        return shape;
    }
}
