package org.laurelbridge.webapp.teach;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.words.Saying;

/**
 * A class: people and badges.
 *
 * @param path of the class
 * @param sheet where it can be taken away
 * @param choices all badges of the class
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
        List<Choice> choices,
        List<String> badges,
        boolean isOwn,
        List<Row> rows,
        Asked asked,
        int found,
        int members,
        int waiting) {

    /** Somebody, and how they stand with each badge, in the order of the columns. */
    public record Row(String name, String path, List<Shown> cells) {}

    /** Whom to show. */
    public enum Whom {
        EVERYBODY,
        /** Who misses one condition of a badge alone. */
        NEAR,
        /** Whose work waits for approval. */
        WAITING,
        /** Who was sent back work, and has handed in nothing since. */
        RETURNED,
        /** Who has a badge. */
        EARNED,
        /** Whose badge expired. */
        EXPIRED,
        /** Whose badge was taken back, for good or until somebody has looked. */
        REVOKED;

        /** How they stand with a badge; none for whom something else is asked about. */
        Set<Mark> marks() {
            return switch (this) {
                case EARNED -> Set.of(Mark.EARNED, Mark.REVIEW);
                case EXPIRED -> Set.of(Mark.EXPIRED);
                case REVOKED -> Set.of(Mark.REVOKED, Mark.SUSPENDED);
                case EVERYBODY, NEAR, WAITING, RETURNED -> Set.of();
            };
        }

        /** As an address says it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Whom of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(whom -> whom.word().equals(word))
                    .findFirst()
                    .orElse(EVERYBODY);
        }
    }

    /**
     * What was asked.
     *
     * @param words that stand in a name; empty for any
     * @param badge id of the badge that it is about; empty for any
     * @param page from 1 on
     * @param isWhole as many on a page as are printed at once
     */
    public record Asked(String words, Whom whom, String badge, int page, boolean isWhole) {
        static final int SHOWN = 40;
        private static final int PRINTED = 60;

        static Asked of(HttpServletRequest request) {
            String number = Objects.requireNonNullElse(request.getParameter("page"), "");
            return new Asked(
                    Objects.requireNonNullElse(request.getParameter("q"), "").strip(),
                    Whom.of(request.getParameter("show")),
                    Objects.requireNonNullElse(request.getParameter("badge"), ""),
                    number.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(number)) : 1,
                    request.getParameter("all") != null);
        }

        long skipped() {
            return (page - 1L) * shown();
        }

        int shown() {
            return isWhole && isEverybody() ? PRINTED : SHOWN;
        }

        boolean isEverybody() {
            return whom == Whom.EVERYBODY;
        }

        String query(Whom of, int number) {
            return "?q=" + ReturnPath.encoded(words)
                    + (of == Whom.EVERYBODY ? "" : "&show=" + of.word())
                    + (badge.isEmpty() ? "" : "&badge=" + ReturnPath.encoded(badge))
                    + (isWhole ? "&all=yes" : "")
                    + (number > 1 ? "&page=" + number : "");
        }
    }

    /** A badge to choose. */
    public record Choice(String id, String title) {}

    /** Where the rules of its badges are built. */
    public String rules() {
        return path.replace("/courses/", "/rules/");
    }

    /** Where they are copied to another course. */
    public String copy() {
        return path.replace("/courses/", "/copy/");
    }

    /** Whom it shows, as an address says it. */
    public String whomWord() {
        return asked.whom().word();
    }

    /** Who else can be shown. */
    public String whom(Whom whom) {
        return path + asked.query(whom, 1);
    }

    /** Awards over time. */
    public String charts() {
        return path.replace("/courses/", "/charts/");
    }

    /** The board of the class. */
    public String board() {
        return path.replace("/courses/", "/board/");
    }

    /** More of those that were found on a page, as for paper. */
    public String whole() {
        return path + asked.query(asked.whom(), 1) + "&all=yes";
    }

    public boolean hasBefore() {
        return asked.page() > 1;
    }

    public boolean hasNext() {
        return found > asked.page() * asked.shown();
    }

    /** The page before or after this one. */
    public String page(int number) {
        return path + asked.query(asked.whom(), number);
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
