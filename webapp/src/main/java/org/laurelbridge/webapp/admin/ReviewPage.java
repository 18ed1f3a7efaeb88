package org.laurelbridge.webapp.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.webapp.server.Moment;

/** Awards that wait for a person's word; sections without any are left out. */
public record ReviewPage(Frame frame, List<Section> sections) {

    /** Which awards are listed, in this order. */
    enum Kind {
        PROPOSED(AwardStatus.PROPOSED, "admin.review.proposed"),
        REVIEW(AwardStatus.REVIEW, "admin.review.review"),
        SUSPENDED(AwardStatus.SUSPENDED, "admin.review.suspended");

        private final AwardStatus status;
        private final String title;

        Kind(AwardStatus status, String title) {
            this.status = status;
            this.title = title;
        }

        AwardStatus status() {
            return status;
        }

        Section section(List<Line> lines) {
            Choice yes = this == PROPOSED ? new Choice("approve") : new Choice("keep");
            Choice no = this == PROPOSED ? new Choice("decline") : new Choice("revoke");
            return new Section(status.word(), title, yes, no, lines);
        }
    }

    /** A button of the form: the verdict it sends, which the key of its label ends in. */
    public record Choice(String verdict) {}

    /**
     * Awards that stand alike.
     *
     * @param id of its heading
     * @param title the key of it; with {@code .lead} behind it, of what is to be known
     */
    public record Section(String id, String title, Choice yes, Choice no, List<Line> lines) {}

    /**
     * An award that waits.
     *
     * @param title of its badge
     * @param path of its page; of its badge's while nothing was given
     * @param since when its support was lost; null when nobody noted it
     */
    public record Line(
            Award award,
            String name,
            String title,
            String path,
            Moment earned,
            @Nullable Moment since) {

        static Line of(Award award, String name, String title) {
            Moment since = award.unsupportedSince() == null ? null : new Moment(award.unsupportedSince());
            return new Line(award, name, title, PersonPage.path(award), new Moment(award.earnedAt()), since);
        }
    }
}
