package org.laurelbridge.webapp.review;

import java.util.List;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.webapp.admin.Frame;
import org.laurelbridge.webapp.teach.InboxPage.One;

/** Awards that wait for a person's word; sections without any are left out. */
public record ReviewPage(Frame frame, List<Section> sections) {
    public ReviewPage {
        sections = List.copyOf(sections);
    }

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

        Section section(List<One> all, boolean hasMore) {
            return new Section(
                    status.word(),
                    title,
                    this == PROPOSED ? "approve" : "keep",
                    this == PROPOSED ? "return" : "revoke",
                    all.stream().filter(one -> !one.isReturned()).toList(),
                    all.stream().filter(One::isReturned).toList(),
                    hasMore);
        }
    }

    /**
     * Awards that stand alike.
     *
     * @param id of its heading
     * @param title the key of it; with {@code .lead} behind it, of what is to be known
     * @param yes the verdict of the first button of each
     * @param no that of the second
     * @param returned what was sent back, and nothing more was handed in since
     * @param hasMore whether there are others, which follow when these are decided
     */
    public record Section(
            String id, String title, String yes, String no, List<One> waiting, List<One> returned, boolean hasMore) {
        boolean isEmpty() {
            return waiting.isEmpty() && returned.isEmpty();
        }
    }
}
