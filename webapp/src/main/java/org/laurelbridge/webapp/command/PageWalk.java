package org.laurelbridge.webapp.command;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.laurelbridge.webapp.server.Route;

/**
 * Finds the pages of a site: those with an address of their own, and from there all that are linked. Of pages that differ in ids and
 * numbers alone it takes two.
 */
final class PageWalk {
    /** Of each kind of page. */
    private static final int EACH = 2;

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action)=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile("(?<=/(?:courses|rules)/)[A-Za-z0-9_-]{20,}/[A-Za-z0-9_-]+|"
            + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9_-]{43,}|[0-9]+");

    private final List<Route> routes;
    private final Map<String, Integer> answered = new LinkedHashMap<>();

    private final List<String> failed = new ArrayList<>();

    PageWalk(List<Route> routes) {
        this.routes =
                routes.stream().filter(route -> route.methods().contains("GET")).toList();
    }

    /** The paths of pages that somebody can read, each with its kind. */
    Map<String, String> pages(PageReader reader, Collection<String> more) throws InterruptedException {
        Deque<String> next = new ArrayDeque<>(starts().toList());
        next.addAll(more);
        Set<String> seen = new HashSet<>(next);
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, String> pages = new LinkedHashMap<>();
        while (!next.isEmpty()) {
            String path = next.poll();
            PageReader.Answer answer = reader.ask(path);
            if (answer.status() >= 500) {
                failed.add(reader.name() + " " + path + ": " + answer.status());
            }
            answered.merge(pattern(path), answer.isPage() ? 1 : 0, Integer::sum);
            if (!answer.isPage()) {
                continue;
            }
            pages.put(path, kind(path));
            for (String link : links(answer.text())) {
                if (isToBeRead(link) && seen.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= EACH) {
                    next.add(link);
                }
            }
        }
        return pages;
    }

    /** What Laurel could not answer, though it should. */
    List<String> failed() {
        return failed;
    }

    /** How many pages were read by each pattern of a route that can be read; 0 where all answers were something else. */
    Map<String, Integer> answered() {
        Map<String, Integer> all = new LinkedHashMap<>();
        patterns().forEach(pattern -> all.put(pattern, answered.getOrDefault(pattern, 0)));
        return all;
    }

    private Stream<String> patterns() {
        return routes.stream().flatMap(route -> route.paths().stream());
    }

    private Stream<String> starts() {
        return patterns()
                .filter(PageWalk::isToBeRead)
                .filter(path -> !path.endsWith("/*"))
                .map(path -> path.isEmpty() ? "/" : path);
    }

    /** Not a stream without an end, and nothing that signs out. */
    private static boolean isToBeRead(String path) {
        return !path.equals("/my/events") && !path.startsWith("/sign-out");
    }

    /** The pattern that a path is served by: as servlets are chosen, exact before the longest beginning. */
    private String pattern(String path) {
        String bare = path.replaceFirst("[?#].*", "");
        List<String> all = patterns().toList();
        if (all.contains(bare)) {
            return bare;
        }
        if (bare.equals("/")) {
            return "";
        }
        String found = "";
        for (String pattern : all) {
            boolean serves =
                    pattern.endsWith("/*") && (bare + "/").startsWith(pattern.substring(0, pattern.length() - 1));
            if (serves && pattern.length() > found.length()) {
                found = pattern;
            }
        }
        return found;
    }

    /** Where a page leads, in the order it says so. */
    static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    /** What a page's address has in common with those of its like. */
    static String kind(String path) {
        URI address = URI.create(path);
        String query =
                address.getRawQuery() == null ? "" : "?" + address.getRawQuery().replaceAll("=[^&]*", "=…");
        return ID.matcher(address.getRawPath()).replaceAll("*") + query;
    }
}
