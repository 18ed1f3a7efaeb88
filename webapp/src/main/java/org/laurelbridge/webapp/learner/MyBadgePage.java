package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.verify.BadgePage;

/**
 * How it stands with a learner and one badge.
 *
 * @param badge what it means
 * @param why what is there and what is missing, with values
 * @param held their award of it; null when there is none
 */
public record MyBadgePage(MyFrame frame, BadgePage badge, List<Why> why, MyBadgesPage.@Nullable Held held) {
    public MyBadgePage {
        why = List.copyOf(why);
    }
}
