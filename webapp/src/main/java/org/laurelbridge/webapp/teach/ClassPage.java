package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
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
 * @param waiting how much waits for the instructor's word
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
        int waiting) {

    /** Somebody, and how they stand with each badge, in the order of the columns. */
    public record Row(String name, String path, List<Shown> cells) {}

    /**
     * What was asked.
     *
     * @param words that stand in a name; empty for any
     * @param isNear only those who miss one condition of a badge
     * @param page from 1 on
     * @param isWhole all on one page
     */
    public record Asked(String words, boolean isNear, int page, boolean isWhole) {
        static final int SHOWN = 50;
        private static final int MOST = 2_000;

        static Asked of(HttpServletRequest request) {
            String number = Objects.requireNonNullElse(request.getParameter("page"), "");
            return new Asked(
                    Objects.requireNonNullElse(request.getParameter("q"), "").strip(),
                    request.getParameter("near") != null,
                    number.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(number)) : 1,
                    request.getParameter("all") != null);
        }

        long skipped() {
            return isWhole ? 0 : (page - 1L) * SHOWN;
        }

        int shown() {
            return isWhole ? MOST : SHOWN;
        }

        String query(boolean near, int number) {
            return "?q=" + ReturnPath.encoded(words) + (near ? "&near=yes" : "")
                    + (number > 1 ? "&page=" + number : "");
        }
    }

    /** Where the rules of its badges are built. */
    public String rules() {
        return path.replace("/courses/", "/rules/");
    }

    /** Where they are copied to another course. */
    public String copy() {
        return path.replace("/courses/", "/copy/");
    }

    public String everybody() {
        return path + asked.query(false, 1);
    }

    public String near() {
        return path + asked.query(true, 1);
    }

    /** Awards over time. */
    public String charts() {
        return path.replace("/courses/", "/charts/");
    }

    /** The board of the class. */
    public String board() {
        return path.replace("/courses/", "/board/");
    }

    /** All that were found on one page, as for paper. */
    public String whole() {
        return path + asked.query(asked.isNear(), 1) + "&all=yes";
    }

    public boolean hasBefore() {
        return asked.page() > 1 && !asked.isWhole();
    }

    public boolean hasNext() {
        return found > asked.page() * Asked.SHOWN && !asked.isWhole();
    }

    /** The page before or after this one. */
    public String page(int number) {
        return path + asked.query(asked.isNear(), number);
    }

    /** Which of them are shown. */
    public Saying shown() {
        long first = asked.skipped() + 1;
        String range = rows.isEmpty() ? "0" : first + "–" + (first + rows.size() - 1);
        return found == members
                ? Saying.of("teach.shown", range, found)
                : Saying.of("teach.shown.found", range, found, members);
    }
}
