package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.BadgePage;
import org.laurelbridge.webapp.words.Saying;

/**
 * How it stands with a learner and one badge.
 *
 * @param number moves when something happens to the learner's badges
 * @param badge what it means
 * @param way how far they are, while they have it not; null when there is nothing left to do
 * @param why what is there and what is missing, with values
 * @param offer what waits for them, or what they left; null when nothing does
 * @param held their award of it; null when there is none
 * @param renewal null when it cannot be renewed
 * @param sentBack null when nothing was, or the badge was earned since
 */
public record MyBadgePage(
        MyFrame frame,
        long number,
        BadgePage badge,
        @Nullable Way way,
        List<Why> why,
        @Nullable Offer offer,
        MyBadgesPage.@Nullable Held held,
        @Nullable Renewal renewal,
        Asking asking,
        @Nullable SentBack sentBack,
        Own own) {
    public MyBadgePage {
        why = List.copyOf(why);
    }

    /** Which words a badge has of its own: where it has none its rule would be told, which stands there condition by condition. */
    public record Own(boolean description, boolean criteria) {
        static Own of(Badge badge) {
            Credential credential = badge.credential();
            return new Own(badge.description() != null, credential.criteria() != null);
        }
    }

    /** Work that was sent back to them, with what they were told. */
    public record SentBack(Moment at, String note) {}

    /**
     * How far they are.
     *
     * @param progress in words
     * @param of out of how many steps; below 2 where there is nothing to count
     * @param next all that is missing
     * @param deadline null for none
     * @param left how much time; null for no end
     */
    public record Way(
            String progress,
            int done,
            int of,
            List<String> next,
            @Nullable Moment deadline,
            @Nullable Saying left) {
        public Way {
            next = List.copyOf(next);
        }

        /** {@link #next}, one after the other. */
        public String nextText() {
            return String.join("; ", next);
        }
    }

    /**
     * How it may be renewed.
     *
     * @param rule what it takes
     * @param isOpen whether its time has come
     * @param closes null for no end
     */
    public record Renewal(
            String rule,
            boolean isOpen,
            Moment opens,
            @Nullable Moment closes,
            Way way,
            List<Why> why) {
        public Renewal {
            why = List.copyOf(why);
        }
    }

    /**
     * What they may ask of it.
     *
     * @param path where a question is sent
     * @param isTaught whether anybody is known who would get it
     * @param isSent whether it was sent just now
     * @param asked the newest question; null when none was asked
     */
    public record Asking(
            String path,
            boolean isTaught,
            boolean isSent,
            @Nullable Asked asked) {
        public boolean mayAsk() {
            return isTaught && (asked == null || asked.answer() != null);
        }
    }

    /**
     * A question.
     *
     * @param tree the explanation as it stood
     * @param answer null while it waits
     * @param answeredAt null while it waits
     */
    public record Asked(
            Moment at,
            String note,
            List<Why> tree,
            @Nullable String answer,
            @Nullable Moment answeredAt) {
        public Asked {
            tree = List.copyOf(tree);
        }
    }
}
