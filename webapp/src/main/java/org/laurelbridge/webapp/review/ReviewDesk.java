package org.laurelbridge.webapp.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.lti.WaitingWork;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.teach.Cases;
import org.laurelbridge.webapp.teach.Deciding;
import org.laurelbridge.webapp.words.Words;

/** What administrators decide with. */
public record ReviewDesk(
        Awards awards, WaitingWork work, People people, RuleBook rules, Cases cases, Deciding deciding) {

    /** Those that stand so, the first first; of those that wait for approval without what was sent back. */
    List<Award> list(AwardStatus status, int limit) {
        return status == AwardStatus.PROPOSED
                ? awards(work.proposed(false, limit))
                : awards.listStanding(status, limit);
    }

    /** What was sent back, of those that stand so. */
    List<Award> returned(AwardStatus status, int limit) {
        return status == AwardStatus.PROPOSED ? awards(work.proposed(true, limit)) : List.of();
    }

    private List<Award> awards(List<UUID> ids) {
        List<AwardId> these = ids.stream().map(AwardId::new).toList();
        Map<AwardId, Award> found = awards.findAll(these);
        return these.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** A badge's title in the reader's language; its id when it is in force no more. */
    String title(Award award, Words words) {
        return rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(words::title)
                .orElse(award.badge());
    }
}
