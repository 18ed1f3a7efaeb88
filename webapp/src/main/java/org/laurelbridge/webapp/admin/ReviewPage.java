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
        PROPOSED(
                AwardStatus.PROPOSED,
                "Waits for approval",
                "These were earned, and are given once somebody approves them."),
        REVIEW(
                AwardStatus.REVIEW,
                "Under review",
                "These lost their evidence: a statement was voided or a score changed. Award and grade stay until you decide."),
        SUSPENDED(
                AwardStatus.SUSPENDED,
                "Suspended",
                "These lost their evidence too, and are not valid until it is back or you keep them.");

        private final AwardStatus status;
        private final String title;
        private final String lead;

        Kind(AwardStatus status, String title, String lead) {
            this.status = status;
            this.title = title;
            this.lead = lead;
        }

        AwardStatus status() {
            return status;
        }

        Section section(List<Line> lines) {
            Choice yes = this == PROPOSED ? new Choice("approve", "Approve") : new Choice("keep", "Keep");
            Choice no = this == PROPOSED ? new Choice("decline", "Decline") : new Choice("revoke", "Take back");
            return new Section(status.word(), title, lead, yes, no, lines);
        }
    }

    /** A button of the form: the verdict it sends, and what stands on it. */
    public record Choice(String verdict, String label) {}

    /**
     * Awards that stand alike.
     *
     * @param id of its heading
     */
    public record Section(String id, String title, String lead, Choice yes, Choice no, List<Line> lines) {}

    /**
     * An award that waits.
     *
     * @param path of its page; of its badge's while nothing was given
     * @param since when its support was lost; null when nobody noted it
     */
    public record Line(
            Award award,
            String name,
            String path,
            Moment earned,
            @Nullable Moment since) {

        static Line of(Award award, String name) {
            Moment since = award.unsupportedSince() == null ? null : new Moment(award.unsupportedSince());
            return new Line(award, name, PersonPage.path(award), new Moment(award.earnedAt()), since);
        }
    }
}
