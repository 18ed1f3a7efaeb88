package org.laurelbridge.webapp.lti;

import java.util.List;

/**
 * An instructor chooses what to place in a course.
 *
 * @param query what was searched for; empty for all
 * @param offers those that were chosen already first
 * @param isCut whether more were found than are shown
 * @param takesMany whether more than one may be chosen
 * @param takesColumn whether a column of the gradebook may come with it
 * @param problems with what was sent; empty when nothing was
 */
public record ChoosePage(
        String token,
        String query,
        List<Offer> offers,
        boolean isCut,
        boolean takesMany,
        boolean takesColumn,
        ColumnForm column,
        List<String> problems) {
    public ChoosePage {
        offers = List.copyOf(offers);
        problems = List.copyOf(problems);
    }

    /** A badge in force. */
    public record Offer(String badge, String title, String picture, String text, boolean isChosen) {}

    /**
     * The column as it was typed.
     *
     * @param label empty for the badge's title
     */
    public record ColumnForm(boolean isWanted, String label, String points) {}
}
