package org.laurelbridge.webapp.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;

/** A learner's badges, as a wall of pictures. */
public record MyBadgesPage(MyFrame frame, List<Held> badges) {

    /**
     * One of them.
     *
     * @param path of its page; of what it means while it is not given yet
     * @param shown who sees its page: the key of a word; null while there is none
     */
    public record Held(
            String title,
            String picture,
            String path,
            Moment earned,
            AwardState state,
            @Nullable String shown) {}
}
