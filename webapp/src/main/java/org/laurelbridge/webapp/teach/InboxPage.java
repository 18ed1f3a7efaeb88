package org.laurelbridge.webapp.teach;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;

/**
 * What waits for an instructor's word, over all of their courses.
 *
 * @param approvals what somebody has to approve
 * @param returned what was sent back, and nothing more was handed in since
 * @param doubts awards whose evidence is doubted or gone
 * @param isPart whether one learner's alone was asked for
 * @param hasMore whether there is more, which follows when these are decided
 * @param plans how many rules of theirs wait
 */
public record InboxPage(
        TeachFrame frame, Part approvals, Part returned, Part doubts, boolean isPart, boolean hasMore, int plans) {

    public boolean isEmpty() {
        return approvals.isEmpty() && doubts.isEmpty() && returned.isEmpty();
    }

    /**
     * What waits alike.
     *
     * @param shown as much as can be read at once
     * @param others in a line each
     */
    public record Part(List<One> shown, List<Line> others) {
        public Part {
            shown = List.copyOf(shown);
            others = List.copyOf(others);
        }

        public boolean isEmpty() {
            return size() == 0;
        }

        public int size() {
            return shown.size() + others.size();
        }
    }

    /**
     * Something that waits, to be opened.
     *
     * @param path of the inbox with it alone
     * @param name of the learner
     * @param since when its work was done, or since when its evidence is gone; null where nobody noted it
     */
    public record Line(
            String path,
            String name,
            String title,
            String courseTitle,
            @Nullable Moment since) {}

    /**
     * Something that waits.
     *
     * @param key tells it from the others of the page
     * @param action where it is decided
     * @param award null where it is a condition that waits
     * @param person of a condition; null for an award
     * @param badge its id
     * @param name of the learner
     * @param path of them
     * @param courseTitle empty for no course in particular
     * @param since when its work was done, or since when its evidence is gone; null where nobody noted it
     */
    public record One(
            String key,
            String action,
            @Nullable String award,
            @Nullable String person,
            String badge,
            String name,
            String path,
            String courseTitle,
            String title,
            @Nullable Moment since,
            State state,
            List<Evidence> evidence,
            List<LearnerPage.Line> why) {
        public One {
            evidence = List.copyOf(evidence);
            why = List.copyOf(why);
        }

        /** Whether it waits for its learner: what was handed in since it was sent back puts it in front again. */
        public boolean isReturned() {
            Moment back = state.returned();
            return back != null
                    && evidence.stream().noneMatch(more -> more.at().at().isAfter(back.at()));
        }
    }

    /**
     * How it stands.
     *
     * @param approved how many have approved it
     * @param needed how many have to
     * @param isMine whether the reader is one of them
     * @param note with which it was sent back last; null for never
     * @param returned when; null for never
     * @param then the score that it was earned with; null for none
     * @param now the score of now; null for none
     * @param reason why it is doubted; null for none
     * @param mark the key of how it stands
     */
    public record State(
            int approved,
            int needed,
            boolean isMine,
            @Nullable String note,
            @Nullable Moment returned,
            @Nullable String then,
            @Nullable String now,
            @Nullable String reason,
            String mark) {}

    /**
     * Something that was handed in.
     *
     * @param text as it was handed in
     * @param isLink whether it is an address that a browser may open
     * @param isPicture whether it seems to be one
     */
    public record Evidence(String text, boolean isLink, boolean isPicture, Moment at) {}
}
