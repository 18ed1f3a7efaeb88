package org.laurelbridge.webapp.teach;

import java.util.List;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.words.Saying;

/**
 * A class: people and badges.
 *
 * @param path of the class
 * @param sheet where it can be taken away
 * @param badges the titles of the columns
 * @param isOwn whether these badges belong to the course; else they are all that are in force
 * @param asked what was asked of it
 * @param found how many people were found
 * @param members how many there are
 * @param waiting awards that wait for the instructor's word
 */
public record ClassPage(
        TeachFrame frame,
        String title,
        String path,
        String sheet,
        List<String> badges,
        boolean isOwn,
        List<Row> rows,
        Asked asked,
        int found,
        int members,
        List<Waiting> waiting) {

    /** Somebody, and how they stand with each badge, in the order of the columns. */
    public record Row(String name, String path, List<Shown> cells) {}

    /**
     * What was asked.
     *
     * @param words that stand in a name; empty for any
     * @param isNear only those who miss one condition of a badge
     * @param page from 1 on
     */
    public record Asked(String words, boolean isNear, int page) {
        static final int SHOWN = 50;

        String query(boolean near, int number) {
            return "?q=" + ReturnPath.encoded(words) + (near ? "&near=yes" : "")
                    + (number > 1 ? "&page=" + number : "");
        }
    }

    /** An award that waits for approval. */
    public record Waiting(String award, String name, String path, String badge, Moment earned) {}

    /** Where the rules of its badges are built. */
    public String rules() {
        return path.replace("/courses/", "/rules/");
    }

    public String everybody() {
        return path + asked.query(false, 1);
    }

    public String near() {
        return path + asked.query(true, 1);
    }

    public boolean hasBefore() {
        return asked.page() > 1;
    }

    public boolean hasNext() {
        return found > asked.page() * Asked.SHOWN;
    }

    /** The page before or after this one. */
    public String page(int number) {
        return path + asked.query(asked.isNear(), number);
    }

    /** Which of them are shown. */
    public Saying shown() {
        int first = (asked.page() - 1) * Asked.SHOWN + 1;
        String range = rows.isEmpty() ? "0" : first + "–" + (first + rows.size() - 1);
        return found == members
                ? Saying.of("teach.shown", range, found)
                : Saying.of("teach.shown.found", range, found, members);
    }
}
