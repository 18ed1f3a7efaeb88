package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.webapp.lti.ChoosePage.ColumnForm;

/**
 * What an instructor has chosen so far.
 *
 * @param query what to search for
 * @param badges ids as they were sent, each once
 */
record Chosen(String query, List<String> badges, ColumnForm column) {
    private static final int LONGEST = 1_000;
    private static final int MOST_POINTS = 1_000;

    /** Nothing, to go back with. */
    static final Chosen NOTHING = new Chosen("", List.of(), new ColumnForm(false, "", ""));

    Chosen {
        badges = List.copyOf(badges);
    }

    static Chosen of(HttpServletRequest request) {
        String[] badges = Objects.requireNonNullElse(request.getParameterValues("badge"), new String[0]);
        return new Chosen(
                text(request, "query"),
                Arrays.stream(badges).distinct().toList(),
                new ColumnForm(
                        request.getParameter("column") != null, text(request, "label"), text(request, "points")));
    }

    private static String text(HttpServletRequest request, String name) {
        String text = Objects.requireNonNullElse(request.getParameter(name), "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Empty when they are no whole number from 1 to 1000. */
    Optional<Integer> points() {
        return Optional.of(column.points().strip())
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(points -> points >= 1 && points <= MOST_POINTS);
    }
}
