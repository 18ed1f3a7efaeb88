package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * As much of a long list as a page shows, of those that have the words that somebody looks for.
 *
 * @param path of the page
 * @param sought what was typed; empty for all
 * @param number of this leaf, from 1 on
 * @param found how many have the words
 * @param all how many there are
 */
public record Leaf<T>(String path, String sought, int number, int found, int all, List<T> shown) {
    /** Rows of two, three, four and six alike. */
    public static final int MOST = 48;

    private static final int LONGEST = 200;

    public Leaf {
        shown = List.copyOf(shown);
    }

    /**
     * The one that a request asks for.
     *
     * @param text in which the words have to stand, upper or lower case alike
     */
    public static <T> Leaf<T> of(HttpServletRequest request, List<T> all, Function<T, String> text) {
        String typed = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        String sought = typed.substring(0, Math.min(LONGEST, typed.length()));
        String lower = sought.toLowerCase(Locale.ROOT);
        List<T> found = all.stream()
                .filter(one -> text.apply(one).toLowerCase(Locale.ROOT).contains(lower))
                .toList();
        String page = request.getParameter("page");
        int asked = page != null && page.matches("[0-9]{1,5}") ? Integer.parseInt(page) : 1;
        int number = Math.max(1, Math.min(asked, leaves(found.size())));
        int from = (number - 1) * MOST;
        return new Leaf<>(
                request.getRequestURI(),
                sought,
                number,
                found.size(),
                all.size(),
                found.subList(from, Math.min(found.size(), from + MOST)));
    }

    private static int leaves(int found) {
        return (found + MOST - 1) / MOST;
    }

    /** The same leaf with something else on it. */
    public <U> Leaf<U> map(Function<T, U> other) {
        return new Leaf<>(
                path, sought, number, found, all, shown.stream().map(other).toList());
    }

    /** Whether there is more than one leaf without any words. */
    public boolean isLong() {
        return all > MOST;
    }

    public boolean hasBefore() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < leaves(found);
    }

    /** The address of another leaf. */
    public String at(int other) {
        return path + "?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8) + (other > 1 ? "&page=" + other : "");
    }

    /** Which of them are shown, as "49–96". */
    public String range() {
        int first = (number - 1) * MOST + 1;
        return shown.isEmpty() ? "0" : first + "–" + (first + shown.size() - 1);
    }
}
