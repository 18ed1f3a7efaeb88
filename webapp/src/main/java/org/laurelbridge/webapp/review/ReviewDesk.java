package org.laurelbridge.webapp.review;

import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.teach.Cases;
import org.laurelbridge.webapp.teach.Deciding;
import org.laurelbridge.webapp.words.Words;

/** What administrators decide with. */
public record ReviewDesk(Awards awards, People people, RuleBook rules, Cases cases, Deciding deciding) {

    /** A badge's title in the reader's language; its id when it is in force no more. */
    String title(Award award, Words words) {
        return rules.current()
                .find(award.badge(), award.badgeVersion())
                .map(words::title)
                .orElse(award.badge());
    }
}
