package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;
import org.laurelbridge.webapp.words.Saying;

/**
 * A learner's badges: what waits for them, a wall of pictures, then what they are under way to, then what they have not begun.
 *
 * @param number moves when something happens to them
 * @param answered what they asked and were answered lately
 * @param returned what was sent back to them
 * @param more of the rest than are listed
 */
public record MyBadgesPage(
        MyFrame frame,
        long number,
        List<Answered> answered,
        List<Answered> returned,
        List<Offer> offers,
        List<Held> badges,
        List<UnderWay> underWay,
        List<Rest> rest,
        int more) {
    /** So many are shown at once: each has a picture. */
    private static final int NEAREST = 24;

    /** The first of those that they are under way to. */
    public List<UnderWay> nearest() {
        return underWay.subList(0, Math.min(NEAREST, underWay.size()));
    }

    /** The others of those, which are shown when somebody asks for them. */
    public List<UnderWay> further() {
        return underWay.subList(nearest().size(), underWay.size());
    }

    public MyBadgesPage {
        answered = List.copyOf(answered);
        returned = List.copyOf(returned);
        offers = List.copyOf(offers);
        badges = List.copyOf(badges);
        underWay = List.copyOf(underWay);
        rest = List.copyOf(rest);
    }

    /** A question about a badge that was answered, or work for it that was sent back. */
    public record Answered(String title, String path, Moment at) {}

    /**
     * One of those that they have.
     *
     * @param key of it as it stands: another when it stands otherwise
     * @param lang of the title; null for the page's language
     * @param path of its page; of what it means while it is not given yet
     * @param shown who sees its page: the key of a word; null while there is none
     * @param until when it ends or ended; null for never
     */
    public record Held(
            String key,
            String title,
            @Nullable String lang,
            String picture,
            String path,
            Moment earned,
            AwardState state,
            @Nullable String shown,
            @Nullable Saying until) {

        /** What is said when it comes to stand so while its learner looks on. */
        public Saying news() {
            return "good".equals(state.tone())
                    ? Saying.of("mine.news.earned", title)
                    : Saying.of("mine.news.other", title, Saying.of(state.word()));
        }
    }

    /**
     * One that has begun.
     *
     * @param lang of the title; null for the page's language
     * @param isRenewal whether they have it, and may renew it
     * @param progress in words
     * @param of out of how many steps; below 2 where there is nothing to count
     * @param next what comes first of what is missing
     * @param left how much time; null for no end
     */
    public record UnderWay(
            String title,
            @Nullable String lang,
            String picture,
            String path,
            boolean isRenewal,
            String progress,
            int done,
            int of,
            List<String> next,
            @Nullable Saying left) {
        public UnderWay {
            next = List.copyOf(next);
        }

        /** {@link #next}, one after the other. */
        public String nextText() {
            return String.join("; ", next);
        }
    }

    /**
     * One of the others.
     *
     * @param lang of the title; null for the page's language
     * @param state the key of a word; null for one that is not begun
     */
    public record Rest(
            String title,
            @Nullable String lang,
            String path,
            @Nullable String state) {}
}
