package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;

/** Finds the awards that are under review. Goes through all awards, since few ask and seldom. */
final class UnderReview {
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 200;

    private final Awards awards;
    private final Holders holders;

    UnderReview(Awards awards, People people) {
        this.awards = awards;
        this.holders = new Holders(awards, people);
    }

    List<ReviewPage.Line> list() {
        List<ReviewPage.Line> found = new ArrayList<>();
        List<Award> page = awards.list(null, null, null, AT_ONCE);
        while (!page.isEmpty() && found.size() < SHOWN) {
            page.stream()
                    .filter(award -> award.status() == AwardStatus.REVIEW)
                    .forEach(award -> found.add(ReviewPage.Line.of(award, holders.name(award))));
            page = awards.list(null, null, page.get(page.size() - 1).id(), AT_ONCE);
        }
        return found;
    }
}
