package org.laurelbridge.bridge.award;

import java.util.Locale;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;

/** The words for a badge, by the titles that are in force. */
final class Words {
    private Words() {}

    /** In English, as explanations are kept. */
    static Wording of(InForce inForce, Badge badge) {
        return of(inForce, badge, Locale.ENGLISH);
    }

    static Wording of(InForce inForce, Badge badge, Locale language) {
        return new Wording(
                language,
                badge.zone(),
                inForce::title,
                id -> inForce.find(id).map(Badge::title).orElse(id));
    }
}
